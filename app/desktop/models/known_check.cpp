// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/known_check.h"

#include "file/image_name.h"
#include "job/open_image.h"
#include "scan/map_file.h"
#include "text/sentences.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace cloop::desktop {

namespace {

constexpr qsizetype most = 100;

QDir folder() { return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/checks")); }

QString fileOf(const QString &key) { return folder().filePath(key + QStringLiteral(".map")); }

} // namespace

QString KnownCheck::keyOf(const QString &path) {
    const ImageName name = ImageName::of(encodedPath(path));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const std::string &part : name.files()) {
        const QFileInfo info(nameText(part));
        if (!info.isFile()) return {};
        hash.addData(QStringLiteral("%1\n%2\n%3\n")
                         .arg(info.canonicalFilePath(), QString::number(info.size()), QString::number(info.lastModified().toMSecsSinceEpoch()))
                         .toUtf8());
    }
    hash.addData(QByteArray::fromStdString(name.inner));
    return QString::fromLatin1(hash.result().toHex());
}

std::shared_ptr<const KnownCheck> KnownCheck::find(const QString &key, const BlockReader &image) {
    if (key.isEmpty()) return nullptr;
    const auto map = load_map_file(encodedPath(fileOf(key)));
    if (!map) return nullptr;
    auto states = states_from(*map, image);
    return states ? std::make_shared<const KnownCheck>(std::move(*states), QFileInfo(fileOf(key)).lastModified()) : nullptr;
}

void KnownCheck::keep(const QString &key, const BlockReader &image, const std::vector<BlockState> &states) {
    const auto isDecoded = [](BlockState state) { return state == BlockState::sound || state == BlockState::unverifiable; };
    if (key.isEmpty() || std::ranges::none_of(states, isDecoded) || !QDir().mkpath(folder().path())) return;
    QSaveFile file(fileOf(key));
    if (!file.open(QIODevice::WriteOnly)) return;
    file.write(QByteArray::fromStdString(make_map_file(image, states)));
    file.commit();
    const QFileInfoList kept = folder().entryInfoList({QStringLiteral("*.map")}, QDir::Files, QDir::Time);
    for (qsizetype i = most; i < kept.size(); ++i) QFile::remove(kept[i].filePath());
}

void KnownCheck::keepVerified(const QString &path, const std::stop_token &stop) {
    const QString key = keyOf(path);
    if (const auto image = open_image(encodedPath(path), {}, stop)) keep(key, **image, std::vector((*image)->block_count(), BlockState::sound));
}

} // namespace cloop::desktop
