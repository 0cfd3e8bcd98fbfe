#include "sync-server/app/kept_bundle.hpp"

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "sync-server/app/log_entries.hpp"
#include "sync-server/publish/zip.hpp"

namespace isoloir::app {
namespace {

constexpr std::size_t kPiece = 64 * 1024;
constexpr std::size_t kMostBytes = std::size_t{1} << 30;  // of one file, while it is taken in
constexpr const char* kRecord = "result.jws";             // written last

/// The tile of the log that a file is.
std::optional<log::Tile> tile_of(std::string_view path)
{
    constexpr std::string_view kLog = "log/";
    return path.starts_with(kLog) ? log::parse_tile(path.substr(kLog.size())) : std::nullopt;
}

Error no_proof()
{
    return {Errc::not_found, "nothing that proves a count is published here: nothing is counted yet, or there are too few ballots to show them one by one", {}};
}

const char* type_of(std::string_view path)
{
    if (path.ends_with(".jws")) return "application/jose";
    if (path.ends_with(".json")) return "application/json";
    if (path.ends_with(".pb") || path == "checkpoint") return "text/plain; charset=utf-8";
    return "application/octet-stream";
}

/// The bytes of a file, a piece at a time.
class Reader {
public:
    Reader(store::Store& store, std::mutex& mutex, store::BundleFile file) : store_(store), mutex_(mutex), file_(std::move(file)), tile_(tile_of(file_.path)) {}

    /// Nothing at the end.
    Result<std::string> next()
    {
        if (read_ == file_.bytes) return std::string();
        const std::scoped_lock lock(mutex_);
        ISO_TRY(auto piece, tile_ ? log_entries(store_, *tile_) : store_.bundle_piece(file_.first + pieces_++));
        read_ += piece.size();
        if (piece.empty() || read_ > file_.bytes) return fail(Errc::corrupt, "a file of what proves the count has another length", file_.path);
        return piece;
    }

private:
    store::Store& store_;
    std::mutex& mutex_;
    store::BundleFile file_;
    std::optional<log::Tile> tile_;
    std::uint64_t pieces_{0};
    std::uint64_t read_{0};
};

/// An archive of files, as much at a time as one more piece adds.
class Archive {
public:
    Archive(store::Store& store, std::mutex& mutex, std::unique_ptr<publish::Zip> zip, std::string folder, std::vector<store::BundleFile> files)
        : store_(store), mutex_(mutex), zip_(std::move(zip)), folder_(std::move(folder)), files_(std::move(files))
    {
    }

    Result<std::string> next()
    {
        std::string grown;
        while (grown.empty() && !finished_) {
            ISO_CHECK(go_on());
            grown = zip_->take();
        }
        return grown;
    }

private:
    Status go_on()
    {
        if (reader_) {
            ISO_TRY(const std::string piece, reader_->next());
            if (!piece.empty()) return zip_->add(piece);
            reader_.reset();
        }
        if (next_ == files_.size()) {
            finished_ = true;
            return zip_->finish();
        }
        const store::BundleFile& file = files_[next_++];
        reader_.emplace(store_, mutex_, file);
        return zip_->begin(folder_ + "/" + file.path, file.bytes);
    }

    store::Store& store_;
    std::mutex& mutex_;
    std::unique_ptr<publish::Zip> zip_;
    std::string folder_;
    std::vector<store::BundleFile> files_;
    std::size_t next_{0};
    std::optional<Reader> reader_;
    bool finished_{false};
};

std::string json_of(const std::vector<store::BundleFile>& files)
{
    nlohmann::ordered_json json{{"files", nlohmann::ordered_json::array()}};
    for (const store::BundleFile& file : files) json["files"].push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", to_base64url(file.hash)}});
    return json.dump() + "\n";
}

}  // namespace

Status KeptBundle::keep(const std::filesystem::path& folder, const std::set<std::string>& paths, const std::function<void()>& told)
{
    std::uint64_t pieces = 0;
    for (const std::string& path : paths) {
        ISO_TRY(const std::string content, read_file(folder / path, kMostBytes));
        ISO_CHECK(store_.put_bundle_file({path, content.size(), crypto::sha256(bytes_of(content)), pieces}));
        for (std::size_t at = 0; at < content.size() && !tile_of(path); at += kPiece)
            ISO_CHECK(store_.put_bundle_piece(pieces++, std::string_view(content).substr(at, kPiece)));
        told();
    }
    return {};
}

Result<bool> KeptBundle::there() const
{
    ISO_TRY(const auto file, store_.bundle_file(kRecord));
    return file.has_value();
}

Result<std::string> KeptBundle::listing() const
{
    const std::scoped_lock lock(mutex_);
    ISO_TRY(const auto files, store_.bundle_files());
    if (files.empty()) return tl::make_unexpected(no_proof());
    return json_of(files);
}

Result<http::Download> KeptBundle::file(std::string_view path) const
{
    std::optional<store::BundleFile> found;
    {
        const std::scoped_lock lock(mutex_);
        ISO_TRY(found, store_.bundle_file(path));
    }
    if (!found) return tl::make_unexpected(no_proof());
    const auto reader = std::make_shared<Reader>(store_, mutex_, *found);
    return http::Download{type_of(path), to_base64url(found->hash), {}, {found->bytes, [reader] { return reader->next(); }}};
}

Result<http::Download> KeptBundle::archive(const std::string& folder) const
{
    std::vector<store::BundleFile> files;
    {
        const std::scoped_lock lock(mutex_);
        ISO_TRY(files, store_.bundle_files());
    }
    if (files.empty()) return tl::make_unexpected(no_proof());
    const std::string tag = to_base64url(crypto::sha256(bytes_of(folder + json_of(files))));
    ISO_TRY(auto zip, publish::Zip::create());
    const auto archive = std::make_shared<Archive>(store_, mutex_, std::move(zip), folder, std::move(files));
    return http::Download{"application/zip", tag, folder + ".zip", {std::nullopt, [archive] { return archive->next(); }}};
}

}  // namespace isoloir::app
