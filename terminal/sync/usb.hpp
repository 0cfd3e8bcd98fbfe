#pragma once
// The same records by stick: a bundle file out, a receipt file back (PROTOCOL.md 7).

#include <filesystem>

#include "shared/crypto/hash.hpp"
#include "shared/crypto/sign.hpp"
#include "terminal/sync/source.hpp"

namespace isoloir::sync {

/// Writes all records from `first` on as one signed file, whole or absent.
/// @param first  usually 0: importing a record twice changes nothing, and a stick may be the only copy that arrives
/// @return       how many records are in it
/// @error io, full  no file was left behind, or the one before stands
Result<std::uint64_t> export_bundle(Source& source, const crypto::Digest& election, const crypto::Signer& device, std::uint64_t first,
                                    const std::filesystem::path& file);

/// Takes back what the server signed for an imported bundle.
/// @error not_found, io, refused, forged, malformed  nothing was kept
Status import_receipt(Source& source, const std::filesystem::path& file);

}  // namespace isoloir::sync
