#include "image/split_parts.h"

#include "base/held_folder.h"

namespace cloop {

std::set<std::size_t> part_numbers(const SplitName &name) {
    const auto folder = hold_folder(folder_of(name.base));
    return folder ? part_numbers((*folder)->get(), name) : std::set<std::size_t>();
}

std::set<std::size_t> part_numbers(int folder, const SplitName &name) {
    std::set<std::size_t> numbers;
    const std::string place = name.base.substr(0, name.base.size() - name_of(name.base).size());
    for (const std::string &there : names_in(folder).value_or(std::vector<std::string>())) {
        const auto part = parse_split_name(place + there);
        if (part && part->is_of_one_set(name)) numbers.insert(part->number);
    }
    return numbers;
}

} // namespace cloop
