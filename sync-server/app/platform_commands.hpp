#pragma once
// Commands about online platforms: their tokens, and the key of their voter tags.

#include <iosfwd>

#include "sync-server/app/arguments.hpp"
#include "sync-server/app/centre.hpp"

namespace isoloir::app {

Status make_api_token(const Arguments& arguments, Centre& centre, std::ostream& out);
Status list_api_tokens(const Arguments& arguments, Centre& centre, std::ostream& out);
Status withdraw_api_tokens(const Arguments& arguments, Centre& centre, std::ostream& out);
Status export_tag_key(const Arguments& arguments, Centre& centre, std::ostream& out);

}  // namespace isoloir::app
