#pragma once
// What whoever started the server (systemd, with Type=notify-reload and WatchdogSec) is told of it. Nothing happens where
// nobody asked to be told (NOTIFY_SOCKET).

#include <string>

namespace isoloir::operations {

void tell_ready();
/// Reading the configuration anew; tell_ready() ends it.
void tell_reloading();
void tell_stopping();
/// Sent as long as all that must work was seen at work.
void tell_alive();
/// Whether somebody waits for tell_alive().
bool is_watched();

}  // namespace isoloir::operations
