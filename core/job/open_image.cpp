// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/open_image.h"

#include "file/image_name.h"
#include "file/split_set.h"
#include "filesystem/node_source.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <tuple>

namespace cloop {

namespace {

bool is_not_cloop(const Error &error) { return error.code == ErrorCode::not_cloop; }

/// The content of an image; `source` itself if it is not an image.
Result<SourcePtr> content_of(SourcePtr source, const ImageReader::Options &options, const std::stop_token &stop) {
    auto image = ImageReader::open(source, options, stop);
    if (image) return SourcePtr(std::move(*image));
    if (is_not_cloop(image.error())) return source;
    return std::unexpected(std::move(image).error());
}

Result<SourcePtr> inner_file(SourcePtr outer, const std::string &path, const ImageReader::Options &options, const std::stop_token &stop) {
    auto content = content_of(std::move(outer), options, stop);
    if (!content) return content;
    CLOOP_LET(filesystem, Filesystem::open(std::move(*content), stop));
    const auto node = filesystem->find(path);
    if (node && (*filesystem)[*node].kind == NodeKind::directory) return fail(ErrorCode::is_a_directory, filesystem->content().name() + ":" + path);
    if (!node || (*filesystem)[*node].kind != NodeKind::file) return fail(ErrorCode::path_not_found, filesystem->content().name(), path);
    return filesystem->open_file(*node);
}

/// Image paths of live discs: Knoppix and derivatives, Kanotix, early Ubuntu, Morphix, our own. Compared case-insensitively, because a disc without
/// Rock Ridge has upper case names; a number after the path is a further image of the same disc.
constexpr std::array<std::string_view, 5> live_places{"knoppix/knoppix", "kanotix/kanotix", "casper/filesystem.cloop", "base/morphix.mod",
                                                      "live/root.cloop"};

/// The files in these places, in order of preference.
std::vector<NodeId> live_images(const Filesystem &filesystem) {
    std::vector<std::tuple<std::size_t, std::string, NodeId>> found;
    for (const NodeId folder : filesystem[Filesystem::root].children) {
        for (const NodeId file : filesystem[folder].children) {
            if (filesystem[file].kind != NodeKind::file) continue;
            std::string path = std::string(filesystem[folder].name) + "/" + std::string(filesystem[file].name);
            std::ranges::transform(path, path.begin(), [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
            for (std::size_t i = 0; i < live_places.size(); ++i)
                if (path.starts_with(live_places[i]) && path.find_first_not_of("0123456789", live_places[i].size()) == path.npos)
                    found.emplace_back(i, path, file);
        }
    }
    std::ranges::sort(found);
    std::vector<NodeId> nodes;
    for (const auto &[place, path, node] : found) nodes.push_back(node);
    return nodes;
}

/// The first image of a live disc. Error: that of the first file in such a place; not_cloop if all are empty.
Result<std::shared_ptr<const ImageReader>> open_live(SourcePtr disc, const ImageReader::Options &options, const std::stop_token &stop) {
    const auto filesystem = Filesystem::open(disc, stop);
    std::optional<Error> first;
    if (filesystem) {
        for (const NodeId node : live_images(**filesystem)) {
            auto image = ImageReader::open((*filesystem)->open_file(node), options, stop);
            if (image || image.error().code == ErrorCode::cancelled) return image;
            if (!first) first = std::move(image).error();
        }
    } else if (filesystem.error().code == ErrorCode::cancelled || filesystem.error().code == ErrorCode::out_of_memory) {
        return std::unexpected(filesystem.error());
    }
    return std::unexpected(first.value_or(Error{.code = ErrorCode::not_cloop, .subject = disc->name()}));
}

} // namespace

Result<std::shared_ptr<const ImageReader>> open_image(const std::string &name, const ImageReader::Options &options, const std::stop_token &stop) {
    if (name == "-") return fail(ErrorCode::input_not_seekable);
    const ImageName named = ImageName::of(name);
    auto source = open_whole(named.outer);
    if (!source) return std::unexpected(std::move(source).error());
    if (named.is_inside()) {
        source = inner_file(std::move(*source), named.inner, options, stop);
        if (!source) return std::unexpected(std::move(source).error());
        return ImageReader::open(std::move(*source), options, stop);
    }
    auto image = ImageReader::open(*source, options, stop);
    if (image || !is_not_cloop(image.error())) return image;
    auto live = open_live(std::move(*source), options, stop);
    if (live || !is_not_cloop(live.error())) return live;
    // An archive in parts is not an image with a missing first part.
    if (const auto part = archive_of(named.outer) ? std::nullopt : part_before(named.outer)) return fail(ErrorCode::missing_part, name, *part);
    return live;
}

std::vector<std::string> other_images_beside(const ImageReader &image) {
    const auto *inner = dynamic_cast<const NodeSource *>(&image.file());
    std::vector<std::string> names;
    if (!inner) return names;
    const auto &disc = inner->filesystem();
    for (const NodeId node : live_images(*disc)) {
        std::string name = disc->content().name() + ":" + disc->path(node);
        if (name == inner->name()) continue;
        // Include damaged images.
        if (const auto head = find_head(*disc->open_file(node)); head || !is_not_cloop(head.error())) names.push_back(std::move(name));
    }
    return names;
}

Result<std::shared_ptr<const Filesystem>> open_filesystem(const std::string &name, const ImageReader::Options &options, const std::stop_token &stop) {
    const ImageName named = ImageName::of(name);
    auto source = open_whole(named.outer);
    if (source && named.is_inside()) source = inner_file(std::move(*source), named.inner, options, stop);
    if (source) source = content_of(std::move(*source), options, stop);
    if (!source) return std::unexpected(std::move(source).error());
    return Filesystem::open(std::move(*source), stop);
}

std::optional<std::vector<Extent>> places_on_medium(const ImageReader &image) {
    const auto *inner = dynamic_cast<const NodeSource *>(&image.file());
    if (!inner || dynamic_cast<const ImageReader *>(&inner->filesystem()->content())) return std::nullopt;
    return std::vector<Extent>(inner->extents().begin(), inner->extents().end());
}

} // namespace cloop
