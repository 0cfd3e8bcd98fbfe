#include "sync-server/trustee/exchange.hpp"

#include <algorithm>

#include "shared/base/file.hpp"

namespace isoloir::trustee {
namespace {

constexpr std::size_t kMaxFiles = 10 * 3 * proof::kMaxTrustees;

bool is_message(const std::filesystem::path& file)
{
    return file.extension() == ".jws" && file.filename().string().rfind("card-", 0) != 0;
}

}  // namespace

Result<Exchange> Exchange::open(const std::filesystem::path& folder)
{
    const auto file = folder / "ceremony.json";
    const auto text = read_file(file, proof::kMaxCeremonyBytes);
    if (!text && text.error().code == Errc::not_found)
        return fail(Errc::not_found, "there is no ceremony here; `isoloir-trustee convene` makes one from all cards", folder.string());
    if (!text) return tl::make_unexpected(text.error());
    auto ceremony = proof::read_ceremony(*text);
    if (!ceremony) return fail(ceremony.error().code, ceremony.error().text(), file.string());
    return Exchange(folder, *std::move(ceremony));
}

Result<std::vector<proof::Received>> Exchange::messages() const
{
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, error))
        if (is_message(entry.path())) files.push_back(entry.path());
    if (error) return fail(Errc::io, error.message(), folder_.string());
    if (files.size() > kMaxFiles) return fail(Errc::refused, "far more files than a ceremony has: take a folder of its own", folder_.string());
    std::sort(files.begin(), files.end());
    std::vector<proof::Received> messages;
    for (const auto& file : files) {
        auto jws = read_file(file, proof::kMaxCeremonyBytes);
        if (!jws && jws.error().code != Errc::refused) return tl::make_unexpected(jws.error());
        messages.push_back({file.filename().string(), jws ? *std::move(jws) : std::string()});
    }
    return messages;
}

Result<proof::Verdict> Exchange::judge(const std::vector<proof::Received>& own) const
{
    ISO_TRY(auto all, messages());
    all.insert(all.end(), own.begin(), own.end());
    proof::Verdict verdict = proof::judge(ceremony_, all);
    if (std::filesystem::exists(key_file())) {
        const auto text = read_file(key_file(), proof::kMaxCeremonyBytes);
        if (!verdict.key || !text || *text != proof::write_trustees(*verdict.key))
            verdict.faults.push_back({0, false, "is not the key that these messages make: do not use it", key_file().filename().string()});
    }
    return verdict;
}

Status Exchange::put(const std::string& file, const std::string& jws) const
{
    const auto there = read_file(folder_ / file, proof::kMaxCeremonyBytes);
    // Another message under this signature stays: it is evidence.
    if (there && (*there == jws || proof::open_message(ceremony_, *there))) return {};
    return write_file(folder_ / file, jws);
}

Status Exchange::put_key(const proof::TrusteesKey& key) const
{
    const std::string text = proof::write_trustees(key);
    if (!std::filesystem::exists(key_file())) return write_file(key_file(), text);
    ISO_TRY(const std::string there, read_file(key_file(), proof::kMaxCeremonyBytes));
    if (there != text) return fail(Errc::conflict, "this is not the key that the messages make: find out who wrote it, and take it away", key_file().string());
    return {};
}

}  // namespace isoloir::trustee
