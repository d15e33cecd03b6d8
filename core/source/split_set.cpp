#include "source/split_set.h"

#include "base/file_source.h"
#include "base/joined_source.h"
#include "image/split_parts.h"
#include "source/archive_name.h"

#include <sys/stat.h>

namespace cloop {

namespace {

bool is_there(const std::string &path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0;
}

struct Style {
    SplitStyle style;
    std::size_t digits;
};
constexpr Style styles[] = {{SplitStyle::numbered, 3}, {SplitStyle::lettered, 3}, {SplitStyle::numbered, 2}, {SplitStyle::lettered, 2}};

SplitName first_of(const std::string &base, Style of) { return {.base = base, .style = of.style, .digits = of.digits}; }

/// x.tar.gz is a part of x.tar where x.tar.gy is one, too; else it is an archive that lies beside.
std::set<std::size_t> parts_there(const SplitName &name) {
    std::set<std::size_t> numbers = part_numbers(name);
    std::erase_if(numbers, [&, before = numbers](std::size_t number) {
        return number > 1 && !before.contains(number - 1) && is_archive_name(part_path({name.base, name.style, name.digits, number}));
    });
    return numbers;
}

/// x.gz beside x.xz and log.2023 beside log.2024 are no sets: those begin with the number 0 or 1.
bool has_begin(const std::set<std::size_t> &numbers) { return numbers.contains(0) || numbers.contains(1); }

/// Two digits are a weak sign, which notes.01 beside notes.02 have too.
bool is_weak(const SplitName &name) { return name.style == SplitStyle::numbered && name.digits == 2; }

/// split(1) makes all parts but the last of one size.
bool are_cut_evenly(SplitName name, const std::set<std::size_t> &numbers) {
    std::optional<off_t> size;
    for (const std::size_t number : numbers) {
        name.number = number;
        struct stat status {};
        if (::stat(part_path(name).c_str(), &status) != 0) return false;
        if (!size) size = status.st_size;
        if (number == *numbers.rbegin() ? status.st_size > *size : status.st_size != *size) return false;
    }
    return true;
}

bool is_set(const SplitName &name, const std::set<std::size_t> &numbers) {
    return has_begin(numbers) && (!is_weak(name) || are_cut_evenly(name, numbers));
}

/// The set that `path` stands for, if any.
std::optional<SplitName> set_of(const std::string &path) {
    if (!is_there(path)) {
        for (const Style &style : styles)
            if (const SplitName first = first_of(path, style); is_set(first, parts_there(first))) return first;
    }
    auto name = parse_split_name(path);
    if (!name || (name->number == 0 && !is_weak(*name))) return name;
    const auto numbers = parts_there(*name);
    if (is_archive_name(path) && !numbers.contains(name->number)) return std::nullopt;
    return is_set(*name, numbers) && (numbers.size() > 1 || !is_there(path)) ? name : std::nullopt;
}

/// Archives are numbered in other ways as well: x.tar.2024 lies beside x.tar.2023. A set that has lost so many parts is none.
constexpr std::size_t most_lost_parts = 25;

bool is_archive_set(const std::set<std::size_t> &numbers) { return !numbers.empty() && *numbers.begin() <= most_lost_parts + 1; }

/// The part with which an archive should begin, and that is not there while later ones are.
std::optional<std::string> lost_first_part(const std::string &path) {
    std::vector<SplitName> possible;
    if (!is_archive_name(path)) {
        if (const auto name = parse_split_name(path); name && is_archive_name(name->base)) possible.push_back(*name);
    } else if (!is_there(path)) {
        for (const Style &style : styles) possible.push_back(first_of(path, style));
    }
    for (SplitName &name : possible) {
        const auto numbers = parts_there(name);
        if (!is_archive_set(numbers) || has_begin(numbers)) continue;
        name.number = 1;
        return part_path(name);
    }
    return std::nullopt;
}

} // namespace

Result<std::vector<std::string>> parts_of(const std::string &path) {
    const auto set = set_of(path);
    if (const auto first = set ? std::nullopt : lost_first_part(path)) return fail(ErrorCode::missing_part, path, *first);
    if (!set) return std::vector{path};
    const auto numbers = parts_there(*set);
    if (numbers.empty()) return std::vector{path};
    std::vector<std::string> paths;
    // Without an .a0 or .000, the whole image was cut, and .aa or .001 holds the head.
    for (std::size_t number = numbers.contains(0) ? 0 : 1; number <= *numbers.rbegin(); ++number) {
        const std::string part = part_path({set->base, set->style, set->digits, number});
        if (!numbers.contains(number)) return fail(ErrorCode::missing_part, path, part);
        paths.push_back(part);
    }
    return paths;
}

std::optional<std::string> next_part(const std::string &path) {
    const auto set = set_of(path);
    if (!set) return std::nullopt;
    const auto numbers = parts_there(*set);
    return numbers.empty() ? std::nullopt : std::optional(part_path({set->base, set->style, set->digits, *numbers.rbegin() + 1}));
}

std::optional<std::string> part_before(const std::string &path) {
    const auto set = set_of(path);
    if (!set || set->style == SplitStyle::lettered || parts_there(*set).contains(0)) return std::nullopt;
    return part_path({set->base, set->style, set->digits, 0});
}

std::optional<std::string> archive_of(const std::string &path) {
    if (is_archive_name(path)) return path;
    const auto name = parse_split_name(path);
    return name && is_archive_name(name->base) && is_archive_set(parts_there(*name)) ? std::optional(name->base) : std::nullopt;
}

Error with_lost_part(Error error, const std::string &path) {
    const auto part = error.code == ErrorCode::no_archive ? part_before(path) : std::nullopt;
    return part ? Error{.code = ErrorCode::missing_part, .subject = path, .detail = *part} : error;
}

Result<SourcePtr> open_whole(const std::string &path) {
    auto paths = parts_of(path);
    if (!paths) return std::unexpected(std::move(paths).error());
    std::vector<SourcePtr> parts;
    for (const auto &part : *paths) {
        auto source = FileSource::open(part);
        if (!source) return std::unexpected(std::move(source).error());
        parts.push_back(std::move(*source));
    }
    if (parts.size() == 1) return std::move(parts.front());
    return std::make_shared<JoinedSource>(std::move(parts), path);
}

} // namespace cloop
