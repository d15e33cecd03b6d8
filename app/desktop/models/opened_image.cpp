// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/opened_image.h"

#include "job/open_image.h"
#include "text/sentences.h"

#include <QFile>
#include <QThread>

namespace cloop::desktop {

namespace {

unsigned threadCount() { return static_cast<unsigned>(QThread::idealThreadCount()); }

} // namespace

Result<OpenedImage> OpenedImage::open(const QString &path, const std::stop_token &stop) {
    // Before it is read, so that a change meanwhile is one.
    const QString checkKey = KnownCheck::keyOf(path);
    CLOOP_LET(image, open_image(encodedPath(path), {.threads = threadCount()}, stop));
    auto opened = around(path, checkKey, std::move(image), stop);
    if (opened) opened->places = places_on_medium(*opened->image);
    return opened;
}

Result<OpenedImage> OpenedImage::openInside(const OpenedImage &outer, NodeId node, const std::stop_token &stop) {
    const std::string inner = outer.filesystem->path(node);
    const QString path = outer.path + QLatin1Char(':') + nameText(inner);
    const QString checkKey = KnownCheck::keyOf(path);
    CLOOP_LET(image, open_image_inside(outer.filesystem, inner, {.threads = threadCount()}, stop));
    return around(path, checkKey, std::move(image), stop);
}

Result<OpenedImage> OpenedImage::around(const QString &path, const QString &checkKey, std::shared_ptr<const ImageReader> image,
                                        const std::stop_token &stop) {
    OpenedImage opened{.path = path, .image = std::move(image), .checkKey = checkKey};
    opened.known = KnownCheck::find(checkKey, *opened.image);
    auto filesystem = Filesystem::open(opened.image, stop);
    // Without a readable file system, the blocks can still be shown.
    if (!filesystem && filesystem.error().code == ErrorCode::cancelled) return std::unexpected(std::move(filesystem).error());
    if (!filesystem) {
        opened.withoutFilesystem = std::move(filesystem).error();
        return opened;
    }
    opened.filesystem = std::move(*filesystem);
    opened.extents = std::make_shared<const ExtentMap>(*opened.filesystem);
    opened.archive = std::make_shared<const ImageArchive>(opened.filesystem);
    return opened;
}

std::vector<NodeId> OpenedImage::nodesIn(std::size_t first, std::size_t last) const {
    if (!extents) return {};
    const Extent bytes = image->bytes_of({first, last});
    return extents->nodes_in(bytes.offset, bytes.size);
}

QStringList OpenedImage::pathsIn(std::size_t first, std::size_t last, qsizetype limit) const {
    QStringList paths;
    for (const NodeId node : nodesIn(first, last)) {
        if (paths.size() == limit) break;
        paths << nameText(filesystem->path(node));
    }
    return paths;
}

} // namespace cloop::desktop
