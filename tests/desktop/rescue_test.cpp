// SPDX-License-Identifier: GPL-3.0-or-later
// Builds an image of a dropped folder, damages it, and rescues every undamaged file, all in the window; compared with an independent ISO reader.

#include "jobs/job_queue.h"
#include "support/window_folder.h"
#include "views/build_choices.h"
#include "views/build_page.h"
#include "views/inspect_page.h"
#include "views/map_view.h"
#include "views/message_bar.h"
#include "views/save_report.h"

#include <QSignalSpy>
#include <QTest>
#include <QtEndian>

using namespace cloop;
using namespace cloop::desktop;
using cloop::test::WindowFolder;

namespace {

constexpr int blockSize = 4096;

struct Place {
    qint64 offset, size;
    bool operator==(const Place &) const = default;
};

/// A minimal reader of ISO 9660 with Rock Ridge names: path → place of each folder and file.
class PlainIso {
public:
    explicit PlainIso(QByteArray bytes) : bytes_(std::move(bytes)) {
        const qint64 root = 16 * 2048 + 156;
        walk("/", number(root + 2) * 2048, number(root + 10));
    }

    qint64 pathTable() const { return number(16 * 2048 + 140) * 2048; }
    QMap<QString, Place> directories, files;
    QList<std::pair<QString, Place>> continuations;  ///< continuation areas: folder and place

private:
    qint64 number(qint64 at) const { return qFromLittleEndian<quint32>(bytes_.constData() + at); }

    void walk(const QString &path, qint64 offset, qint64 size) {
        directories[path] = {offset, size};
        for (qint64 at = offset; at < offset + size;) {
            const int length = uchar(bytes_[at]);
            if (length == 0) {
                at = (at / 2048 + 1) * 2048;
                continue;
            }
            const int nameLength = uchar(bytes_[at + 32]);
            const qint64 fields = at + 33 + nameLength + (nameLength % 2 ? 0 : 1);
            for (qint64 field = fields; field + 4 < at + length && bytes_[field + 2] != '\0'; field += uchar(bytes_[field + 2]))
                if (bytes_.mid(field, 2) == "CE") continuations.append({path, {number(field + 4) * 2048 + number(field + 12), number(field + 20)}});
            if (nameLength > 1 || uchar(bytes_[at + 33]) > 1) {
                QString name;
                for (qint64 field = fields; field + 4 < at + length && bytes_[field + 2] != '\0'; field += uchar(bytes_[field + 2]))
                    if (bytes_.mid(field, 2) == "NM") name += QString::fromUtf8(bytes_.mid(field + 5, uchar(bytes_[field + 2]) - 5));
                const QString whole = (path == "/" ? path : path + "/") + name;
                if (bytes_[at + 25] & 2) walk(whole, number(at + 2) * 2048, number(at + 10));
                else files[whole] = {number(at + 2) * 2048, number(at + 10)};
            }
            at += length;
        }
    }

    QByteArray bytes_;
};

bool isHit(const Place &place, const QSet<int> &bad) {
    for (qint64 block = place.offset / blockSize; place.size > 0 && block <= (place.offset + place.size - 1) / blockSize; ++block)
        if (bad.contains(int(block))) return true;
    return false;
}

} // namespace

class RescueTest : public QObject, protected WindowFolder {
    Q_OBJECT

public:
    RescueTest() : WindowFolder(BIN_DIR, VECTORS) {}

private slots:
    void forty_damaged_blocks_in_the_window() {
        // A folder of /usr that exists on every build system, and hard links.
        QCOMPARE(test::run("cp", {"-r", "/usr/include/c++", file("folder")}).status, 0);
        const QStringList some = QDir(file("folder")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QVERIFY(!some.isEmpty());
        const QString linked = "folder/" + some.first() + "/vector", second = "folder/second_name";
        QVERIFY(QFile::exists(file(linked)));
        QCOMPARE(::link(file(linked).toStdString().c_str(), file(second).toStdString().c_str()), 0);

        // Drop it and build.
        MainWindow window;
        window.show();
        QVERIFY(drop(window, "folder"));
        BuildPage *build = window.buildPage();
        QVERIFY(build->isVisible());
        build->choices()->setCustom(ImageFormat::v2, EncoderId::deflate, 6, blockSize);
        QSignalSpy built(build, &BuildPage::built);
        build->start();
        QVERIFY(built.wait(120'000));
        QVERIFY(QFile::exists(file("folder.cloop")));

        // All places, by the independent reader.
        QCOMPARE(cloop({"extract", "folder.cloop", "folder.iso"}).status, 0);
        const PlainIso iso(test::read_file(file("folder.iso")));
        QVERIFY(iso.directories.size() > 10);
        QVERIFY(iso.files.size() > 500);
        const Place hard = iso.files["/second_name"];
        QVERIFY(iso.files.value("/" + linked.section('/', 1)) == hard);

        // Damage four blocks of folders, one of the path table, the tail, a hard link, and others.
        const QJsonArray map = QJsonDocument::fromJson(cloop({"map", "folder.cloop", "--json"}).out).array();
        const int count = int(map.size());
        QSet<int> bad{int(iso.pathTable() / blockSize), count - 1, int(hard.offset / blockSize)};
        // The root's continuation area.
        QVERIFY(!iso.continuations.isEmpty());
        bad << int(iso.continuations.first().second.offset / blockSize);
        auto directory = std::next(iso.directories.begin());
        for (; bad.size() < 7; ++directory) bad << int(directory->offset / blockSize);
        const int entry = count / 2;
        QVERIFY(!bad.contains(entry) && !bad.contains(entry - 1));
        QRandomGenerator random(3);
        while (bad.size() < 38) {
            const int block = count / 8 + int(random.bounded(quint32(count - count / 8)));
            if (block < entry - 3 || block > entry + 3) bad << block;
        }
        QByteArray bytes = test::read_file(file("folder.cloop"));
        for (const int block : bad) {
            const QJsonObject row = map[block].toObject();
            const qint64 offset = row["offset"].toInteger(), stored = row["stored"].toInteger();
            bytes[offset + stored / 2] = char(bytes[offset + stored / 2] ^ 0x55);
            bytes[offset + stored - 1] = char(bytes[offset + stored - 1] ^ 0xAA);
        }
        // A damaged index entry loses no block: its two blocks are found from the block before them.
        bytes.replace(136 + 8 * entry, 8, QByteArray(8, '\0'));
        QVERIFY(test::write_file(file("hurt.cloop"), bytes));

        // Open and check: exactly these blocks are listed.
        QVERIFY(take(window, "hurt.cloop"));
        InspectPage *inspect = window.inspectPage();
        QVERIFY(inspect->isVisible());
        QSignalSpy ended(inspect, &InspectPage::scanEnded);
        inspect->startScan();
        QVERIFY(ended.wait(60'000));
        QSet<int> shown;
        for (std::size_t block = 0; block < inspect->map()->cells().size(); ++block)
            if (isBad(inspect->map()->cells()[block].state)) shown << int(block);
        QCOMPARE(shown, bad);
        QSet<int> listed;
        const DamageModel &damage = *inspect->damage()->model();
        for (int row = 0; row < damage.rowCount(); ++row)
            for (auto block = damage.index(row, 0).data(DamageModel::firstBlockRole).toULongLong();
                 block < damage.index(row, 0).data(DamageModel::lastBlockRole).toULongLong(); ++block)
                listed << int(block);
        QCOMPARE(listed, bad);

        // And exactly the files and folders that lie in them.
        QVERIFY(saveReport(inspect->report(), file("report.json"), DamageView::Format::json));
        QSet<QString> files, directories, expectedFiles, expectedDirectories;
        for (const QJsonValue &hit : QJsonDocument::fromJson(test::read_file(file("report.json"))).object()["files"].toArray()) {
            if (hit["kind"] == "file") files << hit["path"].toString();
            if (hit["kind"] == "directory") directories << hit["path"].toString();
        }
        for (auto it = iso.files.begin(); it != iso.files.end(); ++it)
            if (isHit(*it, bad)) expectedFiles << it.key();
        for (auto it = iso.directories.begin(); it != iso.directories.end(); ++it)
            if (isHit(*it, bad)) expectedDirectories << it.key();
        for (const auto &[path, place] : iso.continuations)
            if (isHit(place, bad)) expectedDirectories << path;
        QVERIFY(expectedFiles.contains("/second_name") && expectedDirectories.size() >= 4);
        QCOMPARE(files, expectedFiles);
        QCOMPARE(directories, expectedDirectories);

        // All other files are extracted correctly.
        QVERIFY(QDir().mkdir(file("saved")));
        inspect->extract(file("saved"), ExtractTo::folder);
        Job *job = window.queue().jobs().last();
        QTRY_VERIFY_WITH_TIMEOUT(job->hasEnded(), 60'000);
        QVERIFY2(job->state() == Job::State::done, qPrintable(job->outcome()));
        int whole = 0;
        for (auto it = iso.files.begin(); it != iso.files.end(); ++it) {
            if (expectedFiles.contains(it.key())) continue;
            QVERIFY2(test::read_file(file("saved" + it.key())) == test::read_file(file("folder" + it.key())), qPrintable(it.key()));
            ++whole;
        }
        QVERIFY2(whole > 400, qPrintable(QString::number(whole)));
    }
};

QTEST_MAIN(RescueTest)
#include "rescue_test.moc"
