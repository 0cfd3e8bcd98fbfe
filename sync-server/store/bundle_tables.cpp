// What proves the count, as it is published.

#include "sync-server/store/columns.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::store {
namespace {

Result<BundleFile> read_bundle_file(const Row& row)
{
    BundleFile file;
    file.path = row.text(0);
    file.bytes = column_number(row, 1);
    ISO_TRY(file.hash, column_bytes<32>(row, 2));
    file.first = column_number(row, 3);
    return file;
}

}  // namespace

Status Store::put_bundle_file(const BundleFile& file)
{
    return run("INSERT INTO bundle_files (path, bytes, hash, first) VALUES ($1, $2, $3, $4)",
               {std::string_view(file.path), to_column(file.bytes), ByteSpan(file.hash), to_column(file.first)})
        .map([](auto) {});
}

Result<std::vector<BundleFile>> Store::bundle_files()
{
    std::vector<BundleFile> files;
    ISO_CHECK(each("SELECT path, bytes, hash, first FROM bundle_files ORDER BY path", {}, [&](const Row& row) -> Status {
        ISO_TRY(auto file, read_bundle_file(row));
        files.push_back(std::move(file));
        return {};
    }));
    return files;
}

Result<std::optional<BundleFile>> Store::bundle_file(std::string_view path)
{
    std::optional<BundleFile> found;
    ISO_CHECK(each("SELECT path, bytes, hash, first FROM bundle_files WHERE path = $1", {path}, [&](const Row& row) -> Status {
        ISO_TRY(found, read_bundle_file(row));
        return {};
    }));
    return found;
}

Status Store::put_bundle_piece(std::uint64_t number, std::string_view piece)
{
    return run("INSERT INTO bundle_pieces (number, piece) VALUES ($1, $2)", {to_column(number), bytes_of(piece)}).map([](auto) {});
}

Result<std::string> Store::bundle_piece(std::uint64_t number)
{
    ISO_TRY(auto piece, one_text("SELECT piece FROM bundle_pieces WHERE number = $1", {to_column(number)}));
    if (!piece) return fail(Errc::corrupt, "a piece of what proves the count is missing");
    return *std::move(piece);
}

}  // namespace isoloir::store
