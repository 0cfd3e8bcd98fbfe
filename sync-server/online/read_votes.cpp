#include "sync-server/online/read_votes.hpp"

#include "sync-server/online/csv.hpp"
#include "sync-server/online/pabulib.hpp"
#include "sync-server/online/sheets.hpp"
#include "sync-server/online/text.hpp"

namespace isoloir::online {

Result<std::vector<OnlineLine>> read_votes(std::string_view file)
{
    ISO_TRY(const std::string text, read_text(file));
    if (is_pabulib(text)) return read_pabulib(text);
    if (are_sheets(text)) return read_sheets(text);
    return read_csv(text);
}

}  // namespace isoloir::online
