#pragma once
// A PostgreSQL of the tests' own, from the package that Debian installs: in a throwaway folder, behind a socket there and
// no port. What a centre does is tested with it as with the embedded database when ISOLOIR_TEST_ENGINE=postgres.

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

#include <unistd.h>

#include "tests/support/temporary_folder.hpp"

namespace isoloir::test {

class APostgres {
public:
    APostgres()
    {
        if (as_owner("true") != 0) throw std::runtime_error("there is no account that could run PostgreSQL");
        run("chown -R " + owner() + " " + folder_.path().string());
        run_as_owner(tool("initdb") + " --auth=trust --username=isoloir --data-checksums --no-instructions -D " + data());
        start();
    }
    ~APostgres() { stop("immediate"); }
    APostgres(const APostgres&) = delete;
    APostgres& operator=(const APostgres&) = delete;

    /// How libpq reaches a place with no tables yet.
    std::string fresh() { return "host=" + folder_.path().string() + " user=isoloir dbname=postgres options='-c search_path=" + schema() + "'"; }

    void start()
    {
        run_as_owner(tool("pg_ctl") + " -s -w -D " + data() + " -l " + (folder_ / "log").string() + " -o \"-k " + folder_.path().string() +
                     " -c listen_addresses=''\" start");
    }
    /// Tables that are made from now on lie in this folder, which becomes its own.
    void keep_tables_in(const std::filesystem::path& folder)
    {
        run("chown " + owner() + " " + folder.string());
        ask("CREATE TABLESPACE elsewhere LOCATION '" + folder.string() + "'");
        ask("ALTER DATABASE postgres SET default_tablespace = elsewhere");
    }
    /// @param how  "fast", or "immediate": as if the power went
    void stop(const std::string& how) { (void)as_owner(tool("pg_ctl") + " -s -w -D " + data() + " -m " + how + " stop"); }

private:
    std::string data() const { return (folder_.path() / "data").string(); }

    std::string schema()
    {
        const std::string name = "t" + std::to_string(++schemas_);
        ask("CREATE SCHEMA " + name);
        return name;
    }
    void ask(const std::string& sql) { run_as_owner("psql -q -h " + folder_.path().string() + " -U isoloir -d postgres -c \"" + sql + "\""); }
    /// PostgreSQL refuses to run as root.
    static std::string owner() { return ::geteuid() == 0 ? "postgres" : std::to_string(::geteuid()); }
    static int as_owner(const std::string& command)
    {
        const std::string prefix = ::geteuid() == 0 ? "cd / && runuser -u postgres -- " : "cd / && ";
        return std::system((prefix + command + " > /dev/null").c_str());
    }
    static void run_as_owner(const std::string& command)
    {
        if (as_owner(command) != 0) throw std::runtime_error("failed: " + command);
    }
    static void run(const std::string& command)
    {
        if (std::system(command.c_str()) != 0) throw std::runtime_error("failed: " + command);
    }
    /// Debian keeps the server's programs out of PATH, by version.
    static std::string tool(const std::string& name)
    {
        std::filesystem::path newest;
        for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql"))
            if (std::filesystem::exists(version.path() / "bin" / name)) newest = std::max(newest, version.path() / "bin" / name);
        if (newest.empty()) throw std::runtime_error("PostgreSQL's " + name + " is not installed");
        return newest.string();
    }

    TemporaryFolder folder_;
    int schemas_{0};
};

/// The one that this program's tests share, started when first asked for.
inline APostgres& shared_postgres()
{
    static APostgres postgres;
    return postgres;
}

inline bool on_postgres()
{
    const char* engine = std::getenv("ISOLOIR_TEST_ENGINE");
    return engine != nullptr && std::string(engine) == "postgres";
}

/// Where a new centre is to keep everything: empty for the embedded database.
inline std::string a_database()
{
    return on_postgres() ? shared_postgres().fresh() : std::string();
}

}  // namespace isoloir::test
