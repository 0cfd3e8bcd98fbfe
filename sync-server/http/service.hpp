#pragma once
// What the network side asks of the rest of the server. Every call is safe from several threads at once, and none of
// them knows HTTP.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.hpp"
#include "shared/crypto/hash.hpp"
#include "shared/crypto/sign.hpp"
#include "shared/wire/voters.hpp"

namespace isoloir::http {

/// A page or file for the public.
struct Document {
    std::string type;  // "text/html; charset=utf-8"
    std::string body;
};

/// Bytes that are never held whole.
struct Pieces {
    std::optional<std::uint64_t> bytes;         // all together; nothing: the last one tells
    std::function<Result<std::string>()> next;  // the next piece, empty at the end; asked by one thread at a time
};

/// A file for the public that may be large.
struct Download {
    std::string type;
    std::string tag;   // another one where its bytes are others; base64url
    std::string name;  // under which a browser keeps it; empty: it may show it
    Pieces pieces;
};

class Service {
public:
    virtual ~Service() = default;

    /// Nothing while the store answers and has room; else what it lacks. Never waits. @error unavailable, full
    virtual Status health() const = 0;

    /// The {id} of /v1/elections/{id}/…; zero where there is no election yet.
    virtual crypto::Digest election() const = 0;
    /// Whether a TLS client with this key may speak as a terminal (in the roster, not revoked).
    virtual bool admits(const crypto::PublicKey& device) const = 0;

    /// The roster and package as signed.
    virtual std::string package() const = 0;
    virtual std::string roster() const = 0;
    virtual Result<std::string> picture(const crypto::Digest& hash) const = 0;

    /// A receipt for where this terminal's chain stands.
    virtual Result<std::string> head(const crypto::KeyId& terminal) = 0;
    /// Takes a batch (wire::read_batch) of `terminal`'s chain, from the record after its head on; returns a receipt once durable.
    /// Records that are there already change nothing. The whole prefix up to the first bad line is taken; the receipt says how far.
    /// @error malformed, forged, refused  nothing was taken;  unavailable, full, io  try again later
    virtual Result<std::string> accept(const crypto::KeyId& terminal, std::string_view body) = 0;

    /// A terminal shows a receipt of ours for records that are not here: a backup was put back that lacks them.
    /// @return  a receipt for where its chain stands;  @error forged, malformed  no receipt of ours for this terminal
    virtual Result<std::string> present(const crypto::KeyId& terminal, std::string_view receipt) = 0;

    /// What a terminal says of itself (wire::read_state). @error malformed
    virtual Status note(const crypto::KeyId& terminal, std::string_view state) = 0;

    /// A page of those who voted, but at this terminal, after a cursor or from the beginning (wire::VotedPage).
    virtual Result<std::string> voted(const crypto::KeyId& terminal, const std::optional<wire::Cursor>& after) const = 0;
    /// A page of the electoral roll (wire::RollPage).
    virtual Result<std::string> roll(const std::optional<wire::Cursor>& after) const = 0;

    /// Takes votes that an online platform posts (online/post.hpp); the same again changes nothing and gets the same answer.
    /// @param token  empty when none was sent
    /// @error forged  no token that is good now;  malformed, refused  nothing was taken;  conflict, unavailable  ask again
    virtual Result<std::string> post_votes(std::string_view token, std::string_view body) = 0;

    /// A public page or file by its path, "/" being the result page.
    /// @error not_found
    virtual Result<Document> document(std::string_view path) const = 0;

    /// A public file below "/bundle/", or all of them as "/bundle.zip". @error not_found
    virtual Result<Download> download(std::string_view path) const = 0;

    /// The page on which a resident looks a ballot up.
    /// @param language  of the page, empty for the election's first   @param typed  the tracker as it was typed, or nothing yet
    /// @error not_found  no page in this language
    virtual Result<Document> find(std::string_view language, std::string_view typed) const = 0;

    /// A page in place of a sentence in JSON, for somebody whose browser asked for one.
    /// @param status  of the answer   @param path  that was asked for
    virtual std::string sorry(unsigned status, std::string_view path) const = 0;
};

}  // namespace isoloir::http
