// SPDX-License-Identifier: GPL-3.0-or-later
// What the service does with a device, tried with a loop device that stands in for /dev/cloop0.

#include "support/bus_caller.h"
#include "support/stand_in_device.h"

#include <QTest>

using namespace cloop::test;
namespace names = cloop::helper;

class AttachMethodTest : public QObject {
    Q_OBJECT

    StandInDevice device_{931};
    QByteArray content_;
    int image_ = -1;

    /// Of the answer of Attach; the device is open for reading. −1: that is not the answer.
    static int taken_device(const BusCaller &caller) {
        const char *path = "";
        int device = -1;
        const bool is_read = sd_bus_message_read(caller.answer(), "sh", &path, &device) > 0;
        return is_read && QByteArray(path) == "/dev/cloop0" ? ::fcntl(device, F_DUPFD_CLOEXEC, 0) : -1;
    }

    static QByteArray bytes_of(int device) {
        QByteArray bytes(1 << 20, '\0');
        const ssize_t size = ::pread(device, bytes.data(), size_t(bytes.size()), 0);
        return bytes.left(qMax(size, ssize_t(0)));
    }

private slots:
    void initTestCase() {
        if (const QString why = why_not_private(); !why.isEmpty()) QSKIP(qPrintable(why));
        if (QFile::exists("/sys/module/cloop")) QSKIP("the module is loaded");
        QVERIFY(device_.make());
        for (int i = 0; i < 8192; ++i) content_ += QByteArray::number(10'000'000 + i);
        QVERIFY(write_file(home_of(User::tester) + "/image", content_));
        image_ = ::open(qPrintable(home_of(User::tester) + "/image"), O_RDONLY | O_CLOEXEC);
        QVERIFY(enter_session(User::tester));
    }

    void cleanupTestCase() {
        if (device_.is_attached()) BusCaller(User::root).call("Detach", "s", "/dev/cloop0");
        QTRY_VERIFY(device_.remove());
    }

    void cleanup() { QTRY_VERIFY(!device_.is_attached()); }

    void an_attached_device_can_be_read_and_is_its_users() {
        int device = -1;
        BusCaller other(User::other);
        {
            BusCaller tester(User::tester);
            QCOMPARE(tester.attach(image_), "");
            device = taken_device(tester);
            QCOMPARE(bytes_of(device), content_);
            QCOMPARE(::fcntl(device, F_GETFL) & O_ACCMODE, O_RDONLY);
            QCOMPARE(tester.attach(image_), names::no_free_device);
        }
        QVERIFY(enter_session(User::other));
        QCOMPARE(other.call("Detach", "s", "/dev/cloop0"), names::access_denied);
        QVERIFY(device_.is_attached());
        QVERIFY(enter_session(User::tester));
        QVERIFY(end_service(names::bus_name));  // the next one remembers
        QCOMPARE(BusCaller(User::tester).call("Detach", "s", "/dev/cloop0"), "");
        QVERIFY(device_.is_attached());  // it is open
        QCOMPARE(bytes_of(device), content_);
        ::close(device);
    }

    void a_device_stays_without_users_until_it_is_detached() {
        BusCaller(User::tester).attach(image_);
        BusCaller tester(User::tester);
        QCOMPARE(tester.call("Status"), "");
        QVERIFY(device_.is_attached());
        QCOMPARE(tester.call("Detach", "s", "/dev/cloop0"), "");
    }

    void until_last_close_the_device_goes_with_its_descriptor() {
        BusCaller tester(User::tester);
        QCOMPARE(tester.call("Attach", "aha{sv}", 1, image_, 1, "until-last-close", "b", 1), "");
        const int device = taken_device(tester);
        QCOMPARE(tester.call("Status"), "");  // the answer had a descriptor, too
        QCOMPARE(bytes_of(device), content_);
        QVERIFY(device_.is_attached());
        ::close(device);
        QTRY_VERIFY(!device_.is_attached());
    }

    void an_image_may_lie_at_an_offset() {
        BusCaller tester(User::tester);
        QCOMPARE(tester.call("Attach", "aha{sv}", 1, image_, 3, "offset", "t", std::uint64_t{4096}, "size-limit", "t", std::uint64_t{1024},
                             "until-last-close", "b", 1),
                 "");
        const int device = taken_device(tester);
        QCOMPARE(bytes_of(device), content_.mid(4096, 1024));
        ::close(device);
        QCOMPARE(tester.call("Status"), "");
    }

    void what_was_attached_for_a_caller_who_is_gone_is_detached() {
        for (int i = 0; i < 30; ++i) {
            BusCaller tester(User::tester);
            sd_bus_message *call = tester.message("Attach");
            sd_bus_message_append(call, "aha{sv}", 1, image_, 0);
            sd_bus_send(tester.bus(), call, nullptr);
            sd_bus_message_unref(call);
            sd_bus_flush(tester.bus());
            QTest::qSleep(i);
        }
        // If the last one was answered just before its caller went, it is his.
        BusCaller tester(User::tester);
        QTRY_VERIFY(!device_.is_attached() || tester.call("Detach", "s", "/dev/cloop0").isEmpty());
    }
};

QTEST_GUILESS_MAIN(AttachMethodTest)
#include "attach_method_test.moc"
