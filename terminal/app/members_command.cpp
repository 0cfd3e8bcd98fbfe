#include "terminal/app/members_command.hpp"

#include <iostream>

#include <nlohmann/json.hpp>

#include "shared/command/typed_secret.hpp"
#include "shared/crypto/secret.hpp"
#include "terminal/journal/staff_log.hpp"

namespace isoloir::app {
namespace {

/// Wiped when it goes.
struct Pin {
    std::string digits;
    ~Pin() { crypto::wipe(digits); }
};

Status read_pin(Pin& pin)
{
    if (!command::somebody_types()) {
        std::getline(std::cin, pin.digits);
        return {};
    }
    pin.digits = command::type_secret("PIN, 6 to 12 digits");
    const Pin again{command::type_secret("The same once more")};
    return pin.digits == again.digits ? Status{} : fail(Errc::refused, "the two PINs differ; nothing was changed");
}

}  // namespace

Status add_member(journal::Journal& journal, const Clock& clock, const std::string& name)
{
    Pin pin;
    ISO_CHECK(read_pin(pin));
    ISO_CHECK(journal::StaffLog(journal).add(name, pin.digits, clock.hour()));
    std::cout << name << " opens staff mode with this PIN: touch the shield on the first screen.\n";
    return {};
}

Status remove_member(journal::Journal& journal, const Clock& clock, const std::string& name)
{
    ISO_CHECK(journal::StaffLog(journal).remove(name, clock.hour()));
    std::cout << name << " opens staff mode no more.\n";
    return {};
}

Status list_members(journal::Journal& journal, bool json)
{
    journal::StaffLog log(journal);
    ISO_TRY(const auto members, log.members());
    ISO_TRY(const auto failures, log.failures());
    auto listed = nlohmann::ordered_json::array();
    for (const std::string& name : members) {
        const auto failed = failures.find(name);
        const unsigned wrong = failed == failures.end() ? 0 : failed->second;
        if (json) listed.push_back({{"name", name}, {"wrong_pins", wrong}});
        else std::cout << name << (wrong > 0 ? ", wrong PINs in a row: " + std::to_string(wrong) : "") << '\n';
    }
    if (json) std::cout << listed.dump(2) << '\n';
    else if (members.empty()) std::cout << "Nobody opens staff mode yet; run `isoloir-terminal staff add NAME`.\n";
    return {};
}

}  // namespace isoloir::app
