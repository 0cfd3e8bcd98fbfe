#include "shared/command/self_description.hpp"

#include "shared/base/file.hpp"
#include "shared/command/completion.hpp"
#include "shared/command/man_page.hpp"

namespace isoloir::command {
namespace {

void write_pages(const CLI::App& app, const std::string& version, const std::filesystem::path& folder)
{
    for (const ManPage& page : man_pages(outline(app), version)) {
        const Status written = write_file(folder / page.file, page.text);
        if (!written) throw CLI::FileError(written.error().text());
    }
}

std::string completion(const CLI::App& app, const std::string& shell)
{
    const Command program = outline(app);
    return shell == "bash" ? bash_completion(program) : shell == "zsh" ? zsh_completion(program) : fish_completion(program);
}

}  // namespace

void add_self_description(CLI::App& app)
{
    app.add_option_function<std::string>("--man",
                                         [&app](const std::string& folder) {
                                             write_pages(app, app.version(), folder);
                                             throw CLI::Success();
                                         })
        ->group("");
    // CLI11 prints what a call for the version carries.
    app.add_option_function<std::string>("--completion", [&app](const std::string& shell) { throw CLI::CallForVersion(completion(app, shell), 0); })
        ->check(CLI::IsMember({"bash", "zsh", "fish"}))
        ->group("");
}

}  // namespace isoloir::command
