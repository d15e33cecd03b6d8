#include "job/open_image.h"

#include "filesystem/node_source.h"
#include "filesystem/open_file.h"
#include "source/split_set.h"

#include <sys/stat.h>

namespace cloop {

namespace {

struct Named {
    std::string outer;  ///< a file, drive or split set
    std::string inner;  ///< a path inside, or empty
};

/// "disc.iso:/a/b" names a file inside, unless a file of that whole name is there.
Named take_apart(const std::string &name) {
    const auto is_there = [](const std::string &path) {
        const auto parts = parts_of(path);
        struct stat status {};
        return parts && ::stat(parts->front().c_str(), &status) == 0;
    };
    if (!is_there(name))
        for (auto colon = name.find(':'); colon != name.npos; colon = name.find(':', colon + 1))
            if (colon > 0 && is_there(name.substr(0, colon))) return {name.substr(0, colon), name.substr(colon + 1)};
    return {name, {}};
}

bool is_not_cloop(const Error &error) { return error.code == ErrorCode::not_cloop; }

/// The content where it is an image, the source itself where it is none.
Result<SourcePtr> content_of(SourcePtr source, const ImageReader::Options &options) {
    auto image = ImageReader::open(source, options);
    if (image) return SourcePtr(std::move(*image));
    if (is_not_cloop(image.error())) return source;
    return std::unexpected(std::move(image).error());
}

Result<SourcePtr> inner_file(SourcePtr outer, const std::string &path, const ImageReader::Options &options, const std::stop_token &stop) {
    auto content = content_of(std::move(outer), options);
    if (!content) return content;
    auto filesystem = Filesystem::open(std::move(*content), stop);
    if (!filesystem) return std::unexpected(std::move(filesystem).error());
    const auto node = (*filesystem)->find(path);
    if (!node || (**filesystem)[*node].kind != NodeKind::file) return fail(ErrorCode::path_not_found, (*filesystem)->content().name(), path);
    return open_file(std::move(*filesystem), *node);
}

} // namespace

Result<std::shared_ptr<const ImageReader>> open_image(const std::string &name, const ImageReader::Options &options, const std::stop_token &stop) {
    if (name == "-") return fail(ErrorCode::invalid_option, {}, "standard input works with extract only: an image is read at any place");
    const Named named = take_apart(name);
    auto source = open_whole(named.outer);
    if (!source) return std::unexpected(std::move(source).error());
    if (!named.inner.empty()) {
        source = inner_file(std::move(*source), named.inner, options, stop);
        if (!source) return std::unexpected(std::move(source).error());
        return ImageReader::open(std::move(*source), options);
    }
    auto image = ImageReader::open(*source, options);
    if (image || !is_not_cloop(image.error())) return image;
    if (auto knoppix = inner_file(std::move(*source), "/KNOPPIX/KNOPPIX", options, stop)) return ImageReader::open(std::move(*knoppix), options);
    return image;
}

Result<std::shared_ptr<const Filesystem>> open_filesystem(const std::string &name, const ImageReader::Options &options, const std::stop_token &stop) {
    const Named named = take_apart(name);
    auto source = open_whole(named.outer);
    if (source && !named.inner.empty()) source = inner_file(std::move(*source), named.inner, options, stop);
    if (source) source = content_of(std::move(*source), options);
    if (!source) return std::unexpected(std::move(source).error());
    return Filesystem::open(std::move(*source), stop);
}

std::optional<std::vector<Extent>> places_on_medium(const ImageReader &image) {
    const auto *inner = dynamic_cast<const NodeSource *>(&image.file());
    if (!inner || dynamic_cast<const ImageReader *>(&inner->filesystem().content())) return std::nullopt;
    return inner->extents();
}

std::string outer_name(const std::string &name) { return take_apart(name).outer; }

std::vector<std::string> files_behind(const std::string &name) {
    return parts_of(outer_name(name)).value_or(std::vector<std::string>{});
}

} // namespace cloop
