// A challenge that reads has one form, and one that passes the check shows a choice of the election.

#include "shared/ballot/challenge.hpp"
#include "tests/fuzz/wire_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace isoloir;
    static const election::Package package = [] {
        fuzz::require(crypto::start());
        election::Package made;
        made.keys.election = crypto::base_times(crypto::Scalar::of(2));
        for (const char* id : {"p1", "p2", "p3"}) made.definition.projects.emplace_back().id = id;
        return made;
    }();
    const std::string_view text = text_of({data, size});
    const auto challenge = ballot::parse_challenge(text);
    if (!challenge) return 0;
    fuzz::require(ballot::write_challenge(*challenge) == text);
    const auto check = ballot::check_challenge(*challenge, package);
    const auto choice = ballot::decode(package.definition, ballot::elements_of(challenge->revealed.choice));
    fuzz::require(check.encoding == choice.has_value());
    return 0;
}
