// SPDX-License-Identifier: GPL-3.0-or-later
// Discs in drives, as a udisks2 of the test's own tells of them over a real bus, and as a folder made like sysfs does.

#include "platform/drives.h"
#include "support/window_folder.h"
#include "views/build_page.h"

#include <QDBusArgument>
#include <QDBusContext>
#include <QDBusMetaType>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace cloop::desktop;
using cloop::test::WindowFolder;

using Interfaces = QMap<QString, QVariantMap>;
using Objects = QMap<QDBusObjectPath, Interfaces>;
Q_DECLARE_METATYPE(Interfaces)
Q_DECLARE_METATYPE(Objects)

namespace {

const QString root = "/org/freedesktop/UDisks2";
const QString block_path = root + "/block_devices/sr0";
const QString drive_path = root + "/drives/the_drive";
const QString block_name = "org.freedesktop.UDisks2.Block";
const QString drive_name = "org.freedesktop.UDisks2.Drive";

} // namespace

/// The part of udisks2 that tells what there is: a drive, a stick, and what a test puts in.
class Udisks final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.DBus.ObjectManager")

public:
    Objects objects;
    int asked = 0;

    explicit Udisks(QDBusConnection bus) : bus_(std::move(bus)) {
        objects[QDBusObjectPath(root + "/Manager")]["org.freedesktop.UDisks2.Manager"]["Version"] = "2.9.4";
        objects[QDBusObjectPath(root + "/drives/stick")][drive_name] = {{"Optical", false}, {"MediaAvailable", true}};
        objects[QDBusObjectPath(root + "/block_devices/sda")][block_name] = block("/dev/sda", "stick", "STICK", 64'000'000);
        objects[QDBusObjectPath(drive_path)][drive_name] = {{"Optical", false}, {"MediaAvailable", false}};
        objects[QDBusObjectPath(block_path)][block_name] = block("/dev/sr0", "the_drive", {}, 0);
    }

    bool begin() { return bus_.registerObject(root, this, QDBusConnection::ExportAllSlots) && bus_.registerService("org.freedesktop.UDisks2"); }
    void end() {
        bus_.unregisterService("org.freedesktop.UDisks2");
        bus_.unregisterObject(root);
    }

    void put_in(const QString &label, quint64 size) {
        change(drive_path, drive_name, {{"Optical", true}, {"MediaAvailable", true}, {"OpticalNumDataTracks", 1u}});
        change(block_path, block_name, {{"IdLabel", label}, {"IdUsage", "filesystem"}, {"Size", QVariant::fromValue(size)}});
    }

    void take_out() {
        change(drive_path, drive_name, {{"Optical", false}, {"MediaAvailable", false}});
        change(block_path, block_name, {{"IdLabel", ""}, {"IdUsage", ""}, {"Size", QVariant::fromValue(quint64(0))}});
    }

    void plug_in_another() {
        const QDBusObjectPath drive(root + "/drives/other"), block_object(root + "/block_devices/sr1");
        objects[drive][drive_name] = {{"Optical", true}, {"MediaAvailable", true}};
        objects[block_object][block_name] = block("/dev/sr1", "other", "OTHER", 2048);
        tell("InterfacesAdded", {QVariant::fromValue(drive), QVariant::fromValue(objects[drive])});
        tell("InterfacesAdded", {QVariant::fromValue(block_object), QVariant::fromValue(objects[block_object])});
    }

    void pull_out_the_other() {
        const QDBusObjectPath drive(root + "/drives/other"), block_object(root + "/block_devices/sr1");
        objects.remove(drive);
        objects.remove(block_object);
        tell("InterfacesRemoved", {QVariant::fromValue(block_object), QStringList{block_name}});
        tell("InterfacesRemoved", {QVariant::fromValue(drive), QStringList{drive_name}});
    }

    void change(const QString &path, const QString &interface, const QVariantMap &properties) {
        objects[QDBusObjectPath(path)][interface].insert(properties);
        QDBusMessage signal = QDBusMessage::createSignal(path, "org.freedesktop.DBus.Properties", "PropertiesChanged");
        signal << interface << properties << QStringList();
        bus_.send(signal);
    }

public slots:
    Objects GetManagedObjects() {
        ++asked;
        return objects;
    }

private:
    static QVariantMap block(const char *device, const QString &drive, const QString &label, quint64 size) {
        return {{"Device", QByteArray(device) + '\0'},
                {"Drive", QVariant::fromValue(QDBusObjectPath(root + "/drives/" + drive))},
                {"IdLabel", label},
                {"Size", QVariant::fromValue(size)}};
    }

    void tell(const QString &name, const QVariantList &arguments) {
        QDBusMessage signal = QDBusMessage::createSignal(root, "org.freedesktop.DBus.ObjectManager", name);
        signal.setArguments(arguments);
        bus_.send(signal);
    }

    QDBusConnection bus_;
};

class DrivesTest : public QObject, protected WindowFolder {
    Q_OBJECT

public:
    DrivesTest() : WindowFolder(BIN_DIR, VECTORS) {}

private:
    static QDBusConnection others_bus() { return QDBusConnection::connectToBus(QDBusConnection::SystemBus, "udisks"); }

    /// As the kernel shows a drive; the size counts in 512 bytes.
    bool show_drive(const QString &name, const QByteArray &sectors) {
        return QDir().mkpath(file("sys/class/block/" + name)) && cloop::test::write_file(file("sys/class/block/" + name + "/size"), sectors + "\n");
    }

private slots:
    void initTestCase() {
        // See tests/CMakeLists.txt: a bus of the test's own.
        QCOMPARE(qgetenv("DBUS_SYSTEM_BUS_ADDRESS"), qgetenv("DBUS_SESSION_BUS_ADDRESS"));
        QVERIFY(QDBusConnection::systemBus().isConnected());
        qDBusRegisterMetaType<Interfaces>();
        qDBusRegisterMetaType<Objects>();
    }

    void a_disc_that_is_put_in_is_listed_until_it_is_taken_out() {
        Udisks udisks(others_bus());
        QVERIFY(udisks.begin());
        Drives drives(QDBusConnection::systemBus(), file("nothing"));
        QTRY_COMPARE(udisks.asked, 1);
        QTest::qWait(200);
        QCOMPARE(drives.list(), QList<DiscDrive>());
        QSignalSpy changed(&drives, &Drives::changed);
        udisks.put_in("KNOPPIX_9.1", 4'600'000'512);
        QVERIFY(changed.wait());
        QCOMPARE(drives.list(), (QList<DiscDrive>{{"/dev/sr0", "KNOPPIX_9.1", 4'600'000'512}}));
        udisks.plug_in_another();
        QVERIFY(changed.wait());
        QCOMPARE(drives.list(), (QList<DiscDrive>{{"/dev/sr0", "KNOPPIX_9.1", 4'600'000'512}, {"/dev/sr1", "OTHER", 2048}}));
        udisks.pull_out_the_other();
        QVERIFY(changed.wait());
        QCOMPARE(drives.list().size(), 1);
        udisks.take_out();
        QVERIFY(changed.wait());
        QCOMPARE(drives.list(), QList<DiscDrive>());
        // Both signals of a change are one question, so each change is one of ours.
        QCOMPARE(changed.size(), 4);
        udisks.end();
    }

    void a_disc_without_data_is_not_listed_data() {
        QTest::addColumn<QVariantMap>("drive");
        QTest::addColumn<int>("count");
        QTest::newRow("data") << QVariantMap{{"OpticalNumDataTracks", 1u}} << 1;
        QTest::newRow("data and music") << QVariantMap{{"OpticalNumDataTracks", 1u}, {"OpticalNumAudioTracks", 9u}} << 1;
        QTest::newRow("music") << QVariantMap{{"OpticalNumDataTracks", 0u}, {"OpticalNumAudioTracks", 9u}} << 0;
        QTest::newRow("blank") << QVariantMap{{"OpticalBlank", true}} << 0;
    }
    void a_disc_without_data_is_not_listed() {
        QFETCH(QVariantMap, drive);
        QFETCH(int, count);
        Udisks udisks(others_bus());
        QVERIFY(udisks.begin());
        udisks.put_in("DISC", 2048);
        udisks.change(drive_path, drive_name, drive);
        Drives drives(QDBusConnection::systemBus(), file("nothing"));
        QTRY_VERIFY(udisks.asked > 0);
        QTest::qWait(200);
        QTRY_COMPARE(drives.list().size(), count);
        udisks.end();
    }

    void what_has_nothing_to_do_with_discs_asks_nothing() {
        Udisks udisks(others_bus());
        QVERIFY(udisks.begin());
        Drives drives(QDBusConnection::systemBus(), file("nothing"));
        QTRY_COMPARE(udisks.asked, 1);
        udisks.change(root + "/jobs/1", "org.freedesktop.UDisks2.Job", {{"Progress", 0.5}});
        QTest::qWait(300);
        QCOMPARE(udisks.asked, 1);
        udisks.end();
    }

    void without_udisks_the_kernel_tells() {
        QVERIFY(show_drive("sr0", "8984376"));
        QVERIFY(show_drive("sr1", "0"));
        QVERIFY(show_drive("sr2", "2097151"));  // the kernel's word for a drive that never had a disc
        QVERIFY(show_drive("sda", "8984376"));
        Drives drives(QDBusConnection::systemBus(), file("sys"));
        const QList<DiscDrive> one{{"/dev/sr0", {}, 8'984'376ull * 512}};
        QTRY_COMPARE(drives.list(), one);
        // It is asked only while somebody looks.
        QVERIFY(show_drive("sr1", "4"));
        QTest::qWait(3500);
        QCOMPARE(drives.list(), one);
        drives.setWatched(true);
        QCOMPARE(drives.list().size(), 2);
        QVERIFY(show_drive("sr0", "0"));
        QTRY_COMPARE(drives.list(), (QList<DiscDrive>{{"/dev/sr1", {}, 2048}}));
        drives.setWatched(false);
    }

    void without_a_bus_the_kernel_tells() {
        QVERIFY(show_drive("sr0", "8984376"));
        const Drives drives(QDBusConnection("there is none"), file("sys"));
        QVERIFY(!drives.list().isEmpty());
    }

    void the_image_of_a_disc_is_named_after_the_disc() {
        // A file in the place of a drive.
        QVERIFY(cloop::test::write_file(file("sr7"), QByteArray(8192, 'x')));
        QVERIFY(QFile::link(file("sr7"), file("cdrom")));
        Udisks udisks(others_bus());
        QVERIFY(udisks.begin());
        udisks.change(block_path, block_name, {{"Device", QFile::encodeName(QFileInfo(file("sr7")).canonicalFilePath()) + '\0'}});
        udisks.put_in("KNOPPIX_9.1", 8192);
        cloop::desktop::MainWindow window;
        window.show();
        QTRY_VERIFY(udisks.asked > 0);
        QTest::qWait(200);
        for (const char *drive : {"sr7", "cdrom"}) {
            QVERIFY(take(window, drive));
            QVERIFY(window.buildPage()->output().endsWith("/KNOPPIX_9.1.cloop"));
        }
        udisks.take_out();
        QTest::qWait(300);
        QVERIFY(take(window, "sr7"));
        QVERIFY(window.buildPage()->output().endsWith("/sr7.cloop"));
        udisks.end();
    }

    void udisks_may_come_and_go() {
        QVERIFY(show_drive("sr0", "8984376"));
        QVERIFY(show_drive("sr1", "0"));
        Drives drives(QDBusConnection::systemBus(), file("sys"));
        QTRY_COMPARE(drives.list().size(), 1);
        QCOMPARE(drives.list()[0].label, QString());
        Udisks udisks(others_bus());
        udisks.put_in("KNOPPIX", 8'984'376ull * 512);
        QVERIFY(udisks.begin());
        QTRY_COMPARE(drives.list().value(0).label, "KNOPPIX");
        udisks.end();
        QTRY_COMPARE(drives.list().value(0).label, QString());
        QCOMPARE(drives.list().size(), 1);
    }
};

QTEST_MAIN(DrivesTest)
#include "drives_test.moc"
