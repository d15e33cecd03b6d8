// SPDX-License-Identifier: GPL-3.0-or-later
// Who attached a device, and what is the name of one.

#include "support/program.h"

#include "cloop_devices.h"
#include "owners.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace cloop::helper;
using cloop::test::write_file;

class OwnersTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    std::string path(const QString &name) const { return folder_.filePath(name).toStdString(); }

    /// As the kernel does when an image is attached or detached.
    bool set_sequence(int device, int number) const {
        const QString folder = folder_.filePath("block/cloop%1").arg(device);
        return QDir().mkpath(folder) && write_file(folder + "/diskseq", QByteArray::number(number) + '\n');
    }

private slots:
    void a_device_has_the_owner_who_attached_it_until_it_is_attached_anew() {
        QVERIFY(set_sequence(0, 7) && set_sequence(3, 8));
        const Owners owners(path("notes"), path("block"));
        QVERIFY(!owners.owner(0));
        QVERIFY(owners.note(0, 2001) && owners.note(3, 2002));
        QCOMPARE(owners.owner(0).value(), 2001U);
        QCOMPARE(owners.owner(3).value(), 2002U);
        QVERIFY(set_sequence(0, 9));
        QVERIFY(!owners.owner(0));
        QVERIFY(owners.note(0, 2002));
        QCOMPARE(owners.owner(0).value(), 2002U);
    }

    void a_later_process_remembers() {
        QVERIFY(set_sequence(1, 5));
        QVERIFY(Owners(path("notes"), path("block")).note(1, 2001));
        const Owners later(path("notes"), path("block"));
        QCOMPARE(later.owner(1).value(), 2001U);
        QCOMPARE(later.all().size(), 3U);
        QCOMPARE(later.all()[1].device, 1);
    }

    void a_wrong_note_is_none_data() {
        QTest::addColumn<QByteArray>("note");
        for (const char *note : {"", "2001", "x 5", "2001 0", "2001 4", "2001 x", "99999999999 5"}) QTest::newRow(note) << QByteArray(note);
    }
    void a_wrong_note_is_none() {
        QFETCH(QByteArray, note);
        QVERIFY(set_sequence(2, 5));
        const Owners owners(path("notes"), path("block"));
        QVERIFY(write_file(folder_.filePath("notes/cloop2"), note));
        QVERIFY(!owners.owner(2));
    }

    void names_of_devices_are_exact_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("number");
        QTest::newRow("first") << QByteArray("/dev/cloop0") << 0;
        QTest::newRow("two digits") << QByteArray("/dev/cloop17") << 17;
        for (const char *name : {"", "cloop0", "/dev/cloop", "/dev/cloop00", "/dev/cloop-1", "/dev/cloop+1", "/dev/cloop0p1", "/dev/cloop0 ",
                                 "/dev/cloop0/../sda", "/dev//cloop0", "/dev/loop0", "/dev/cloop99999999999", "/dev/cloop 1"})
            QTest::newRow(name) << QByteArray(name) << -1;
    }
    void names_of_devices_are_exact() {
        QFETCH(QByteArray, name);
        QTEST(device_of(name.toStdString()), "number");
    }
};

QTEST_GUILESS_MAIN(OwnersTest)
#include "owners_test.moc"
