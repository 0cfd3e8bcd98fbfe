#pragma once

namespace isoloir::app {

/// Lets this process open as many files and connections as the system allows it to: what a shell gives is 1024, a quarter of
/// the connections that a port serves (http::Limits).
void allow_many_descriptors();

}  // namespace isoloir::app
