#pragma once
// What a request says before its body. Only session.cpp includes this.

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "sync-server/http/routes.hpp"

namespace isoloir::http {

using Header = boost::beast::http::request<boost::beast::http::string_body>;

/// RFC 9112 section 3.2, and headers of ours of which one program would take the first and another the last.
bool is_ambiguous(const Header& header);

/// All but who sent it.
Request read_header(const Header& header);

}  // namespace isoloir::http
