#include "terminal/sync/usb.hpp"

#include "shared/base/file.hpp"
#include "shared/base/text.hpp"
#include "shared/wire/bundle.hpp"

namespace isoloir::sync {

Result<std::uint64_t> export_bundle(Source& source, const crypto::Digest& election, const crypto::Signer& device, std::uint64_t first,
                                    const std::filesystem::path& file)
{
    wire::Bundle bundle;
    bundle.election = election;
    bundle.terminal = device.public_key();
    bundle.first = first;
    const std::uint64_t end = source.head().next;
    for (std::uint64_t next = first; next < end;) {
        ISO_TRY(auto lines, source.records_from(next, wire::kMaxBatchLines));
        if (lines.empty()) return fail(Errc::corrupt, "the journal has no record where its head says there is one");
        next += lines.size();
        std::move(lines.begin(), lines.end(), std::back_inserter(bundle.lines));
    }
    ISO_CHECK(write_file(file, wire::write_bundle(bundle, device)));
    return bundle.lines.size();
}

Status import_receipt(Source& source, const std::filesystem::path& file)
{
    ISO_TRY(const std::string receipt, read_file(file, wire::kMaxReceiptBytes));
    return source.keep_receipt(trimmed(receipt));
}

}  // namespace isoloir::sync
