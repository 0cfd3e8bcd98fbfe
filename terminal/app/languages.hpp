#pragma once

#include <map>

#include "terminal/locales/catalogue.hpp"

namespace isoloir::app {

/// The catalogues of an election's languages, each read when it is first wanted: a booth starts in one of them.
class Languages {
public:
    /// @error not_found, malformed  the first one cannot be read, or there is none for another
    static Result<Languages> load(const std::vector<std::string>& tags)
    {
        Languages languages;
        for (const std::string& tag : tags)
            if (locales::Catalogue::name_of(tag).empty()) return fail(Errc::not_found, "there is no catalogue of messages in this language", tag);
        ISO_TRY(auto first, locales::Catalogue::load(tags.front()));
        languages.loaded_.emplace(tags.front(), std::move(first));
        return languages;
    }

    /// @param tag  one of those given to load(); the tests read every catalogue whole, so that none fails here
    const locales::Catalogue& at(const std::string& tag)
    {
        auto known = loaded_.find(tag);
        if (known == loaded_.end()) known = loaded_.emplace(tag, *locales::Catalogue::load(tag)).first;
        return known->second;
    }

private:
    std::map<std::string, locales::Catalogue> loaded_;
};

}  // namespace isoloir::app
