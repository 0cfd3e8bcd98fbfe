#pragma once
// A store with its accounts, and people who have their authenticator apps.

#include "sync-server/accounts/accounts.hpp"
#include "sync-server/accounts/one_time_code.hpp"
#include "sync-server/store/folder.hpp"
#include "tests/support/a_postgres.hpp"
#include "tests/support/stopped_clock.hpp"
#include "tests/support/temporary_folder.hpp"

namespace isoloir::test {

inline constexpr const char* kPassword = "a horse reads the minutes";

struct AnOffice {
    TemporaryFolder root;
    crypto::SystemRandom random;
    StoppedClock clock;
    store::Folder folder{*store::create_folder({root / "centre", std::nullopt, a_database()}, random)};
    std::mutex mutex;
    accounts::Accounts accounts{*folder.store, mutex, crypto::SecretBytes(bytes_of("thirty-two bytes for the tickets")), clock, random};

    std::int64_t now() const { return clock.now().time_since_epoch().count(); }
    /// What the app of an account shows after so many steps of thirty seconds.
    std::string code(const std::string& name, std::int64_t steps = 0)
    {
        return accounts::one_time_code(**folder.store->secret("device/" + name), now() / 30 + steps);
    }
    /// An account with its person; the next code is good.
    accounts::Entered person(const std::string& name, accounts::Role role = accounts::Role::admin, std::vector<std::string> halls = {})
    {
        const auto invitation = *accounts.invite(name, role, std::move(halls));
        auto entered = *accounts.accept(name, invitation, kPassword, code(name));
        later(30);
        return entered;
    }
    Result<accounts::Entered> log_in(const std::string& name) { return accounts.log_in(name, kPassword, code(name)); }
    void later(std::int64_t seconds) { clock.pass(std::chrono::seconds(seconds)); }
};

}  // namespace isoloir::test
