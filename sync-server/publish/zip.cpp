#include "sync-server/publish/zip.hpp"

#include <archive.h>
#include <archive_entry.h>

namespace isoloir::publish {
namespace {

la_ssize_t append(archive*, void* to, const void* bytes, std::size_t size)
{
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

}  // namespace

void Zip::Close::operator()(archive* open) const
{
    archive_write_free(open);
}

Result<std::unique_ptr<Zip>> Zip::create()
{
    archive* const open = archive_write_new();
    if (open == nullptr) return fail(Errc::internal, "an archive cannot be begun");
    std::unique_ptr<Zip> zip(new Zip(open));
    ISO_CHECK(zip->done(archive_write_set_format_zip(open)));
    ISO_CHECK(zip->done(archive_write_zip_set_compression_store(open)));
    ISO_CHECK(zip->done(archive_write_set_bytes_per_block(open, 0)));
    ISO_CHECK(zip->done(archive_write_open(open, &zip->grown_, nullptr, append, nullptr)));
    return zip;
}

Status Zip::done(int outcome)
{
    if (outcome == ARCHIVE_OK) return {};
    const char* why = archive_error_string(archive_.get());
    return fail(Errc::internal, std::string("the archive cannot be written: ") + (why != nullptr ? why : "no reason is given"));
}

Status Zip::begin(const std::string& path, std::uint64_t bytes)
{
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(entry.get(), path.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    return done(archive_write_header(archive_.get(), entry.get()));
}

Status Zip::add(std::string_view bytes)
{
    const la_ssize_t written = archive_write_data(archive_.get(), bytes.data(), bytes.size());
    return done(written == static_cast<la_ssize_t>(bytes.size()) ? ARCHIVE_OK : ARCHIVE_FATAL);
}

Status Zip::finish()
{
    return done(archive_write_close(archive_.get()));
}

}  // namespace isoloir::publish
