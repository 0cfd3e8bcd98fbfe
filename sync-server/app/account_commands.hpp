#pragma once
// Accounts from the command line: the first one, and whoever lost password and device.

#include <iosfwd>

#include "sync-server/app/arguments.hpp"
#include "sync-server/app/centre.hpp"

namespace isoloir::app {

/// Shows an invitation, once.
void show_invitation(const std::string& name, const std::string& code, std::ostream& out);

/// A new account, or a new invitation for one that is there.
Status invite_account(const Arguments& arguments, Centre& centre, std::ostream& out);
Status list_accounts(const Arguments& arguments, Centre& centre, std::ostream& out);
Status disable_account(const Arguments& arguments, Centre& centre, std::ostream& out);
Status enable_account(const Arguments& arguments, Centre& centre, std::ostream& out);
Status show_audit(const Arguments& arguments, Centre& centre, std::ostream& out);

}  // namespace isoloir::app
