// Who may hand in online votes, and what was answered.

#include "sync-server/store/columns.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::store {
namespace {

Result<ApiToken> read_token(const Row& row)
{
    ApiToken token;
    ISO_TRY(token.hash, column_bytes<32>(row, 0));
    token.name = row.text(1);
    token.last = row.integer(2);
    token.withdrawn = row.integer(3) != 0;
    return token;
}

}  // namespace

Status Store::put_token(const ApiToken& token)
{
    return put("UPDATE api_tokens SET name = $1, last_hour = $2, withdrawn = $3 WHERE hash = $4",
               "INSERT INTO api_tokens (name, last_hour, withdrawn, hash) VALUES ($1, $2, $3, $4)",
               {std::string_view(token.name), token.last, std::int64_t{token.withdrawn}, ByteSpan(token.hash)});
}

Result<std::vector<ApiToken>> Store::tokens()
{
    std::vector<ApiToken> tokens;
    ISO_CHECK(each("SELECT hash, name, last_hour, withdrawn FROM api_tokens ORDER BY name, hash", {}, [&](const Row& row) -> Status {
        ISO_TRY(auto token, read_token(row));
        tokens.push_back(std::move(token));
        return {};
    }));
    return tokens;
}

Result<std::optional<ApiToken>> Store::token(const crypto::Digest& hash)
{
    std::optional<ApiToken> found;
    ISO_CHECK(each("SELECT hash, name, last_hour, withdrawn FROM api_tokens WHERE hash = $1", {ByteSpan(hash)}, [&](const Row& row) -> Status {
        ISO_TRY(found, read_token(row));
        return {};
    }));
    return found;
}

Result<std::optional<std::string>> Store::post_answer(const crypto::Digest& post)
{
    return one_text("SELECT answer FROM posts WHERE post = $1", {ByteSpan(post)});
}

Status Store::put_post_answer(const crypto::Digest& post, std::string_view answer)
{
    ISO_CHECK(run("INSERT INTO posts (post, answer) VALUES ($1, $2)", {ByteSpan(post), answer}));
    return {};
}

}  // namespace isoloir::store
