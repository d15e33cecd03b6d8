// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/image_name.h"

#include "file/split_set.h"

#include <sys/stat.h>

#include <filesystem>

namespace cloop {

ImageName ImageName::of(const std::string &text) {
    const auto is_there = [](const std::string &path) {
        const auto parts = parts_of(path);
        struct stat status {};
        return parts && ::stat(parts->front().c_str(), &status) == 0;
    };
    if (!is_there(text))
        for (auto colon = text.find(':'); colon != text.npos; colon = text.find(':', colon + 1))
            if (colon > 0 && is_there(text.substr(0, colon))) return {text.substr(0, colon), text.substr(colon + 1)};
    return {text};
}

Result<std::string> ImageName::absolute() const {
    std::error_code error;
    const std::string path = std::filesystem::absolute(outer, error);
    if (error) return fail(ErrorCode::not_found, outer);
    return is_inside() ? path + ":" + inner : path;
}

std::vector<std::string> ImageName::files() const { return parts_of(outer).value_or(std::vector<std::string>{}); }

} // namespace cloop
