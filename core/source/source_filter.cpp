// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/source_filter.h"

#include "file/file_io.h"
#include "file/file_source.h"

#include <fnmatch.h>

#include <clocale>

namespace cloop {

namespace {

/// Sets the thread's locale, which fnmatch() uses for characters, so that command and window behave alike.
class InUtf8 {
public:
    InUtf8() : before_(::uselocale(utf8())) {}
    ~InUtf8() { ::uselocale(before_); }
    InUtf8(const InUtf8 &) = delete;

private:
    /// Null (bytes as characters) if the system has no UTF-8 locale, as in an initrd.
    static locale_t utf8() {
        static const locale_t made = [] {
            const locale_t found = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
            return found ? found : ::newlocale(LC_ALL_MASK, "C", nullptr);
        }();
        return made;
    }

    locale_t before_;
};

} // namespace

Status SourceFilter::exclude(std::string_view pattern) {
    Pattern made{.text = {}, .as_given = std::string(pattern), .is_place = false, .is_for_folders = pattern.ends_with('/')};
    while (pattern.ends_with('/')) pattern.remove_suffix(1);
    made.is_place = pattern.find('/') != pattern.npos;
    while (pattern.starts_with('/') || pattern.starts_with("./")) pattern.remove_prefix(pattern.starts_with('/') ? 1 : 2);
    // fnmatch() would stop at a NUL, which no name has.
    if (pattern.empty() || pattern == "." || pattern.contains('\0')) return fail(ErrorCode::invalid_pattern, {}, made.as_given);
    made.text = pattern;
    patterns_.push_back(std::move(made));
    return {};
}

Result<std::string> SourceFilter::read_list(const std::string &path) {
    CLOOP_LET(file, FileSource::open(path));
    constexpr std::uint64_t most = 16u << 20;
    if (file->size() > most) return fail(ErrorCode::pattern_list_too_long, path);
    std::string text(static_cast<std::size_t>(file->size()), '\0');
    CLOOP_TRY(read_exactly(*file, 0, std::as_writable_bytes(std::span(text))));
    return text;
}

Status SourceFilter::exclude_from(const std::string &path) {
    CLOOP_LET(text, read_list(path));
    if (auto added = exclude_lines(text); !added) return std::unexpected(std::move(added).error().at(path));
    return {};
}

Status SourceFilter::exclude_lines(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // a byte order mark of Windows editors
    for (std::string_view rest = text; !rest.empty();) {
        std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.starts_with('#')) continue;
        CLOOP_TRY(exclude(line));
    }
    return {};
}

bool SourceFilter::excludes(std::string_view path, bool is_folder) {
    if (patterns_.empty()) return false;
    const InUtf8 locale;
    const std::string whole(path);
    const char *name = whole.c_str() + (path.rfind('/') + 1);
    bool is_excluded = false;
    // Test all patterns, so that each records whether it matched.
    for (Pattern &pattern : patterns_) {
        if (pattern.is_for_folders && !is_folder) continue;
        if (::fnmatch(pattern.text.c_str(), pattern.is_place ? whole.c_str() : name, FNM_PATHNAME) != 0) continue;
        pattern.has_matched = is_excluded = true;
    }
    return is_excluded;
}

bool SourceFilter::excludes_or_above(std::string_view path, bool is_folder) {
    if (patterns_.empty()) return false;
    for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1))
        if (excludes(path.substr(0, slash), true)) return true;
    return excludes(path, is_folder);
}

std::vector<std::string> SourceFilter::unmatched() const {
    std::vector<std::string> names;
    for (const Pattern &pattern : patterns_)
        if (pattern.is_place && !pattern.has_matched) names.push_back(pattern.as_given);
    return names;
}

} // namespace cloop
