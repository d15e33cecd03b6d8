#include "models/opened_image.h"

#include "filesystem/node_source.h"
#include "job/open_image.h"
#include "text/sentences.h"

#include <QFile>
#include <QThread>

namespace cloop::desktop {

Result<OpenedImage> OpenedImage::open(const QString &path, const std::stop_token &stop) {
    const QByteArray name = QFile::encodeName(path);
    auto image = open_image(name.toStdString(), {.threads = static_cast<unsigned>(QThread::idealThreadCount())}, stop);
    if (!image) return std::unexpected(std::move(image).error());
    OpenedImage opened{.path = path, .image = std::move(*image)};
    if (auto filesystem = Filesystem::open(opened.image, stop)) {
        opened.filesystem = std::move(*filesystem);
        opened.extents = std::make_shared<const ExtentMap>(*opened.filesystem);
        opened.archive = std::make_shared<const ImageArchive>(opened.filesystem);
    }
    if (const auto *inner = dynamic_cast<const NodeSource *>(&opened.image->file())) opened.places = inner->extents();
    return opened;
}

std::vector<NodeId> OpenedImage::nodesIn(std::size_t first, std::size_t last) const {
    if (!extents) return {};
    const std::uint64_t blockSize = image->block_size();
    return extents->nodes_in(first * blockSize, (last - first) * blockSize);
}

QStringList OpenedImage::pathsIn(std::size_t first, std::size_t last, qsizetype most) const {
    QStringList paths;
    for (const NodeId node : nodesIn(first, last)) {
        if (paths.size() == most) break;
        paths << nameText(filesystem->path(node));
    }
    return paths;
}

} // namespace cloop::desktop
