// SPDX-License-Identifier: GPL-3.0-or-later
// A live disc opens as its image; contents other than ISO 9660 are named.

#include "support/command_folder.h"

#include <QTest>

using namespace cloop::test;

class LiveDiscsTest : public QObject, private CommandFolder {
    Q_OBJECT

    /// Makes a disc with the image at each of these paths.
    void make_disc(const QStringList &places, const QStringList &options) {
        QDir(file("disc")).removeRecursively();
        for (const QString &place : places) {
            QVERIFY(QDir(path()).mkpath("disc/" + place.section('/', 0, -2)));
            QVERIFY(QFile::copy(file("tree.cloop"), file("disc/" + place)));
        }
        QFile::remove(file("disc.iso"));
        QCOMPARE(run("genisoimage", QStringList{"-quiet"} + options + QStringList{"-o", file("disc.iso"), file("disc")}).status, 0);
    }

public:
    LiveDiscsTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        QVERIFY(QDir(path()).mkpath("tree"));
        QVERIFY(write_file(file("tree/file"), "found"));
        QCOMPARE(cloop({"create", "tree", "tree.cloop"}).status, 0);
    }

    void a_live_disc_stands_for_its_image_data() {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("shown");
        QTest::newRow("Knoppix") << "KNOPPIX/KNOPPIX" << QStringList{"-R"} << "/KNOPPIX/KNOPPIX";
        QTest::newRow("Knoppix, small letters") << "knoppix/knoppix" << QStringList{"-R"} << "/knoppix/knoppix";
        QTest::newRow("Knoppix, second image alone") << "KNOPPIX/KNOPPIX2" << QStringList{"-R"} << "/KNOPPIX/KNOPPIX2";
        QTest::newRow("Kanotix") << "KANOTIX/KANOTIX" << QStringList{"-R"} << "/KANOTIX/KANOTIX";
        QTest::newRow("Ubuntu") << "casper/filesystem.cloop" << QStringList{"-R"} << "/casper/filesystem.cloop";
        QTest::newRow("Ubuntu, Joliet alone") << "casper/filesystem.cloop" << QStringList{"-J"} << "/casper/filesystem.cloop";
        QTest::newRow("Morphix, without Rock Ridge") << "base/morphix.mod" << QStringList{"-l"} << "/BASE/MORPHIX.MOD";
    }
    void a_live_disc_stands_for_its_image() {
        QFETCH(QString, place);
        QFETCH(QStringList, options);
        QFETCH(QString, shown);
        make_disc({place}, options);
        const Outcome info = cloop({"info", "disc.iso", "--json"});
        QCOMPARE(info.status, 0);
        QVERIFY2(json(info)["image"].toString().endsWith(":" + shown), info.out);
        QCOMPARE(info.err, QByteArray());
        QCOMPARE(cloop({"verify", "disc.iso"}).status, 0);
    }

    void an_image_in_parts_is_one_data() {
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("as cloop live makes them") << QStringList{".000", ".001", ".002"};
        QTest::newRow("of split -a 3") << QStringList{".aaa", ".aab", ".aac"};
        QTest::newRow("of the old tools") << QStringList{".a0", ".aa", ".ab"};
    }
    void an_image_in_parts_is_one() {
        QFETCH(QStringList, parts);
        make_disc({"live/root.cloop", "live/2/root.cloop"}, {"-R"});
        const QByteArray image = read_file(file("disc/live/root.cloop"));
        QVERIFY(QFile::remove(file("disc/live/root.cloop")));
        for (int i = 0; i < 3; ++i) QVERIFY(write_file(file("disc/live/root.cloop" + parts[i]), i < 2 ? image.mid(i * 100, 100) : image.mid(200)));
        const auto make = [&] { return run("genisoimage", {"-quiet", "-R", "-o", file("disc.iso"), file("disc")}).status; };
        QCOMPARE(make(), 0);
        const Outcome info = cloop({"info", "disc.iso", "--json"});
        QVERIFY2(json(info)["image"].toString().endsWith("disc.iso:/live/root.cloop"), info.out + info.err);
        QVERIFY2(info.err.contains("disc.iso:/live/2/root.cloop"), info.err);
        for (const QString &name : QStringList{"disc.iso", "disc.iso:/live/root.cloop", "disc.iso:live/root.cloop" + parts[1]}) {
            const Outcome verified = cloop({"verify", name});
            QVERIFY2(verified.status == 0, verified.err);
            const QString tree = name == "disc.iso" ? "disc.iso:/live/root.cloop" : name;
            QCOMPARE(cloop({"ls", tree}).out, QByteArray("file\n"));
            QCOMPARE(cloop({"cat", tree, "/file"}).out, QByteArray("found"));
        }
        QVERIFY(QFile::remove(file("disc/live/root.cloop" + parts[1])));
        QCOMPARE(make(), 0);
        const Outcome lacking = cloop({"verify", "disc.iso:/live/root.cloop"});
        QVERIFY2(lacking.status == 1 && lacking.err.contains(("/live/root.cloop" + parts[1]).toUtf8()), lacking.err);
    }

    void a_part_that_is_cut_does_not_move_the_next() {
        QVERIFY(write_file(file("mixed"), mixed()));
        QCOMPARE(cloop({"create", "mixed", "mixed.cloop", "-B", "4K", "--force"}).status, 0);
        const QByteArray image = read_file(file("mixed.cloop"));
        make_disc({"live/none"}, {"-R"});
        const qsizetype most = (image.size() / 3 + 2048) / 2048 * 2048;
        for (int i = 0; i < 3; ++i) QVERIFY(write_file(file(QString("disc/live/root.cloop.00%1").arg(i)), image.mid(i * most, most)));
        // The second part lies at the end of the disc, which is cut.
        QVERIFY(write_file(file("order"), "disc/live/root.cloop.001 -9\n"));
        QCOMPARE(run("genisoimage", {"-quiet", "-R", "-no-pad", "-sort", "order", "-o", "disc.iso", "disc"}, {}, path()).status, 0);
        QVERIFY(QFile::resize(file("disc.iso"), QFileInfo(file("disc.iso")).size() - most / 2));
        QCOMPARE(cloop({"extract", "disc.iso", "out", "--keep-going", "--force"}).status, 2);
        const QByteArray out = read_file(file("out")), whole = mixed();
        QCOMPARE(out.left(whole.size() / 4), whole.left(whole.size() / 4));
        QCOMPARE(out.mid(whole.size() * 3 / 4, whole.size() / 5), whole.mid(whole.size() * 3 / 4, whole.size() / 5));
        QVERIFY(out.left(whole.size()) != whole);
    }

    void further_images_of_a_disc_are_named() {
        make_disc({"KNOPPIX/KNOPPIX", "KNOPPIX/KNOPPIX2", "KNOPPIX/other"}, {"-R"});
        const Outcome info = cloop({"info", "disc.iso", "--json"});
        QCOMPARE(info.status, 0);
        QVERIFY2(json(info)["image"].toString().endsWith(":/KNOPPIX/KNOPPIX"), info.out);
        QVERIFY2(info.err.contains("disc.iso:/KNOPPIX/KNOPPIX2") && !info.err.contains("other"), info.err);
        // No warning if the user names one.
        QCOMPARE(cloop({"info", "disc.iso:/KNOPPIX/KNOPPIX2"}).err, QByteArray());
    }

    void a_file_that_is_no_image_does_not_hide_one() {
        make_disc({"KANOTIX/KANOTIX", "KNOPPIX/KNOPPIX"}, {"-R"});
        QVERIFY(write_file(file("disc/KNOPPIX/KNOPPIX"), "squashed"));
        QCOMPARE(run("genisoimage", {"-quiet", "-R", "-o", file("disc.iso"), file("disc")}).status, 0);
        const Outcome info = cloop({"info", "disc.iso", "--json"});
        QVERIFY(json(info)["image"].toString().endsWith(":/KANOTIX/KANOTIX"));
        // It is not named as a further image either.
        QCOMPARE(info.err, QByteArray());
    }

    void a_content_that_only_the_kernel_reads_is_named() {
        QByteArray disc(200'000, '\0');
        disc.replace(1080, 2, "\x53\xEF");
        QVERIFY(write_file(file("disc.img"), disc));
        QCOMPARE(cloop({"create", "disc.img", "disc.cloop"}).status, 0);
        for (const char *name : {"disc.img", "disc.cloop"}) {
            const Outcome ls = cloop({"ls", name});
            QCOMPARE(ls.status, 2);
            QVERIFY2(ls.err.contains("ext2, ext3 or ext4") && ls.err.contains("ount"), ls.err);
        }
        QVERIFY(cloop({"info", "disc.cloop"}).out.contains("ext2, ext3 or ext4 file system"));
    }
};

QTEST_GUILESS_MAIN(LiveDiscsTest)
#include "live_discs_test.moc"
