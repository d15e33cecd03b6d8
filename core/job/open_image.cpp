// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/open_image.h"

#include "file/image_name.h"
#include "file/split_set.h"
#include "filesystem/node_source.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <tuple>

namespace cloop {

namespace {

using ImagePtr = std::shared_ptr<const ImageReader>;
using FilesystemPtr = std::shared_ptr<const Filesystem>;

bool is_not_cloop(const Error &error) { return error.code == ErrorCode::not_cloop; }

/// The content of an image; `source` itself if it is not an image.
Result<SourcePtr> content_of(SourcePtr source, const ImageReader::Options &options, const std::stop_token &stop) {
    auto image = ImageReader::open(source, options, stop);
    if (image) return SourcePtr(std::move(*image));
    if (is_not_cloop(image.error())) return source;
    return std::unexpected(std::move(image).error());
}

/// The folders in an image.
class InnerFolders final : public PartPlace {
public:
    explicit InnerFolders(const Filesystem &filesystem) : filesystem_(filesystem) {}

    std::optional<std::uint64_t> size_of(const std::string &path) const override {
        const auto node = filesystem_.find(path);
        return node && filesystem_[*node].kind == NodeKind::file ? std::optional(filesystem_[*node].size) : std::nullopt;
    }

    std::set<std::size_t> part_numbers(const SplitName &name) const override {
        std::set<std::size_t> numbers;
        const std::string folder = name.base.substr(0, name.base.rfind('/') + 1);
        const auto node = filesystem_.find(folder);
        if (!node) return numbers;
        for (const NodeId child : filesystem_[*node].children) {
            const auto part = parse_split_name(folder + std::string(filesystem_[child].name));
            if (part && part->is_of_one_set(name)) numbers.insert(part->number);
        }
        return numbers;
    }

private:
    const Filesystem &filesystem_;
};

/// A file in an image, or all parts of a split set there, by the same rules as on a disc.
Result<SourcePtr> open_inside(const FilesystemPtr &filesystem, const std::string &path) {
    const std::string &content = filesystem->content().name();
    if (const auto node = filesystem->find(path); node && (*filesystem)[*node].kind == NodeKind::directory)
        return fail(ErrorCode::is_a_directory, content + ":" + path);
    const InnerFolders folders(*filesystem);
    auto paths = parts_of(path, folders);
    if (!paths) {
        paths.error().subject = content + ":" + path;
        return std::unexpected(std::move(paths).error());
    }
    std::vector<NodeId> nodes;
    for (const std::string &part : *paths) {
        const auto node = filesystem->find(part);
        if (!node || (*filesystem)[*node].kind != NodeKind::file) return fail(ErrorCode::path_not_found, content, part);
        nodes.push_back(*node);
    }
    if (nodes.size() == 1) return filesystem->open_file(nodes.front());
    return std::make_shared<NodeSource>(filesystem, nodes, name_without_part(path, folders));
}

Result<FilesystemPtr> filesystem_in(SourcePtr outer, const ImageReader::Options &options, const std::stop_token &stop) {
    CLOOP_LET(content, content_of(std::move(outer), options, stop));
    return Filesystem::open(std::move(content), stop);
}

} // namespace

Result<ImagePtr> open_image_inside(const FilesystemPtr &filesystem, const std::string &path, const ImageReader::Options &options,
                                   const std::stop_token &stop) {
    CLOOP_LET(source, open_inside(filesystem, path));
    auto image = ImageReader::open(source, options, stop);
    if (image || !is_not_cloop(image.error())) return image;
    if (const auto part = part_before(path, InnerFolders(*filesystem))) return fail(ErrorCode::missing_part, source->name(), *part);
    return image;
}

namespace {

/// Image paths of live discs: Knoppix and derivatives, Kanotix, early Ubuntu, Morphix, our own. Compared case-insensitively, because a disc without
/// Rock Ridge has upper case names; a number after the path, or as a folder before the file, is a further image of the same disc.
constexpr std::array<std::string_view, 5> live_places{"/knoppix/knoppix", "/kanotix/kanotix", "/casper/filesystem.cloop", "/base/morphix.mod",
                                                      "/live/root.cloop"};

bool is_number(std::string_view text) { return text.find_first_not_of("0123456789") == text.npos; }

/// The number of the place that a path names.
std::optional<std::size_t> live_place(std::string path) {
    std::ranges::transform(path, path.begin(), [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    const auto first = path.find('/', 1), last = path.rfind('/');
    if (first < last && is_number(std::string_view(path).substr(first + 1, last - first - 1))) path.erase(first, last - first);
    for (std::size_t i = 0; i < live_places.size(); ++i)
        if (path.starts_with(live_places[i]) && is_number(std::string_view(path).substr(live_places[i].size()))) return i;
    return std::nullopt;
}

/// The paths of the images in these places, in order of preference; of a split set its plain name.
std::vector<std::string> live_images(const Filesystem &filesystem) {
    std::set<std::tuple<std::size_t, std::size_t, std::string>> found;
    const auto look_in = [&](NodeId folder) {
        for (const NodeId file : filesystem[folder].children) {
            if (filesystem[file].kind != NodeKind::file) continue;
            std::string path = filesystem.path(file);
            if (const auto part = parse_split_name(path); part && live_place(part->base)) path = name_without_part(path, InnerFolders(filesystem));
            if (const auto place = live_place(path)) found.emplace(*place, path.size(), path);
        }
    };
    for (const NodeId folder : filesystem[Filesystem::root].children) {
        look_in(folder);
        for (const NodeId further : filesystem[folder].children)
            if (is_number(filesystem[further].name)) look_in(further);
    }
    std::vector<std::string> paths;
    for (const auto &[place, length, path] : found) paths.push_back(path);
    return paths;
}

/// The first image of a live disc. Error: that of the first file in such a place; not_cloop if all are empty.
Result<ImagePtr> open_live(SourcePtr disc, const ImageReader::Options &options, const std::stop_token &stop) {
    const auto filesystem = Filesystem::open(disc, stop);
    std::optional<Error> first;
    if (filesystem) {
        for (const std::string &path : live_images(**filesystem)) {
            auto image = open_image_inside(*filesystem, path, options, stop);
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
    CLOOP_LET(source, open_whole(named.outer));
    if (named.is_inside()) {
        CLOOP_LET(filesystem, filesystem_in(std::move(source), options, stop));
        return open_image_inside(filesystem, named.inner, options, stop);
    }
    auto image = ImageReader::open(source, options, stop);
    if (image || !is_not_cloop(image.error())) return image;
    auto live = open_live(std::move(source), options, stop);
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
    for (const std::string &path : live_images(*disc)) {
        std::string name = disc->content().name() + ":" + path;
        if (name == inner->name()) continue;
        const auto file = open_inside(disc, path);
        // Include damaged images.
        if (const auto head = file ? find_head(**file) : std::unexpected(file.error()); head || !is_not_cloop(head.error()))
            names.push_back(std::move(name));
    }
    return names;
}

Result<std::shared_ptr<const Filesystem>> open_filesystem(const std::string &name, const ImageReader::Options &options, const std::stop_token &stop) {
    const ImageName named = ImageName::of(name);
    CLOOP_LET(outer, open_whole(named.outer));
    CLOOP_LET(filesystem, filesystem_in(std::move(outer), options, stop));
    if (!named.is_inside()) return filesystem;
    CLOOP_LET(inner, open_inside(filesystem, named.inner));
    return filesystem_in(std::move(inner), options, stop);
}

std::optional<std::vector<Extent>> places_on_medium(const ImageReader &image) {
    const auto *inner = dynamic_cast<const NodeSource *>(&image.file());
    if (!inner || dynamic_cast<const ImageReader *>(&inner->filesystem()->content())) return std::nullopt;
    return inner->extents();
}

} // namespace cloop
