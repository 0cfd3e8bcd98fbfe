#include "shared/election/election_file.hpp"

#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "shared/base/text.hpp"
#include "shared/election/definition_json.hpp"
#include "shared/election/pabulib.hpp"
#include "shared/election/picture.hpp"

namespace isoloir::election {
namespace {

constexpr std::size_t kMaxJsonBytes = 16 * 1024 * 1024;

}  // namespace

Result<ElectionFile> read_json_election(const std::string& text, const PictureFile& picture)
{
    ISO_TRY(const wire::Json json, wire::parse_json(text));
    wire::ObjectReader reader(json, "");
    ISO_CHECK(reader.integer("version", 1, 1));
    ElectionFile file;
    const auto keep_picture = [&](const std::string& name, const std::string& place) -> Result<crypto::Digest> {
        ISO_TRY(std::string bytes, picture(name, place));
        const crypto::Digest hash = crypto::sha256(bytes_of(bytes));
        file.pictures[hash] = std::move(bytes);
        return hash;
    };
    ISO_TRY(file.definition, read_definition(reader, keep_picture));
    ISO_CHECK(reader.finish());
    return file;
}

Result<ElectionFile> read_pabulib_election(const std::string& text)
{
    ISO_TRY(auto pabulib, parse_pabulib(text));
    return ElectionFile{std::move(pabulib.definition), {}};
}

Result<ElectionFile> read_election_file(const std::filesystem::path& path)
{
    const bool pabulib = ascii_upper(path.extension().string()) == ".PB";
    ISO_TRY(const std::string text, read_file(path, pabulib ? kMaxPabulibBytes : kMaxJsonBytes));
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    const auto beside = [&](const std::string& name, const std::string& place) { return read_picture(folder, name, place); };
    auto file = pabulib ? read_pabulib_election(text) : read_json_election(text, beside);
    if (!file) return fail(file.error().code, file.error().message, path.string() + (file.error().where.empty() ? "" : ": " + file.error().where));
    return file;
}

}  // namespace isoloir::election
