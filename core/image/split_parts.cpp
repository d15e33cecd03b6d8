#include "image/split_parts.h"

#include "base/new_file.h"

#include <dirent.h>

namespace cloop {

std::set<std::size_t> part_numbers(const SplitName &name) {
    std::set<std::size_t> numbers;
    const auto slash = name.base.rfind('/');
    const std::string prefix = slash == std::string::npos ? "" : name.base.substr(0, slash + 1);
    DIR *folder = ::opendir(folder_of(name.base).c_str());
    if (!folder) return numbers;
    while (const dirent *entry = ::readdir(folder)) {
        const auto part = parse_split_name(prefix + entry->d_name);
        if (part && part->is_of_one_set(name)) numbers.insert(part->number);
    }
    ::closedir(folder);
    return numbers;
}

} // namespace cloop
