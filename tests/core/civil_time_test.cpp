// SPDX-License-Identifier: GPL-3.0-or-later
// Dates against the C library's, and where that ends.

#include "base/civil_time.h"

#include <QRandomGenerator>
#include <QTest>

#include <cstdint>
#include <limits>

using namespace cloop;

class CivilTimeTest : public QObject {
    Q_OBJECT

    static QByteArray text(const CivilTime &time) {
        return QString::asprintf("%lld-%02d-%02d %02d:%02d:%02d", static_cast<long long>(time.year), time.month, time.day, time.hour, time.minute,
                                 time.second)
            .toLatin1();
    }

private slots:
    void a_time_has_a_date_data() {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QByteArray>("date");
        QTest::newRow("the first") << qint64(0) << QByteArray("1970-01-01 00:00:00");
        QTest::newRow("the second before") << qint64(-1) << QByteArray("1969-12-31 23:59:59");
        QTest::newRow("the last of 32 bits") << qint64(INT32_MAX) << QByteArray("2038-01-19 03:14:07");
        QTest::newRow("behind 32 bits") << qint64(INT32_MAX) + 1 << QByteArray("2038-01-19 03:14:08");
        QTest::newRow("a leap day") << qint64(951'782'400) << QByteArray("2000-02-29 00:00:00");
        QTest::newRow("ISO 9660's last") << qint64(5'869'583'999) << QByteArray("2155-12-31 23:59:59");
        QTest::newRow("the year 10000") << qint64(253'402'300'800) << QByteArray("10000-01-01 00:00:00");
        QTest::newRow("the year 0") << qint64(-62'167'219'200) << QByteArray("0-01-01 00:00:00");
        QTest::newRow("the last of 64 bits") << std::numeric_limits<qint64>::max() << QByteArray("292277026596-12-04 15:30:07");
        QTest::newRow("the first of 64 bits") << std::numeric_limits<qint64>::min() << QByteArray("-292277022657-01-27 08:29:52");
    }
    void a_time_has_a_date() {
        QFETCH(qint64, seconds);
        QFETCH(QByteArray, date);
        QCOMPARE(text(civil_time(seconds)), date);
    }

    void dates_are_the_c_librarys() {
        QRandomGenerator random(3);
        for (int i = 0; i < 100'000; ++i) {
            const auto seconds = std::int32_t(random.generate());
            const std::time_t time = seconds;
            std::tm utc{};
            ::gmtime_r(&time, &utc);
            const CivilTime expected{utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec};
            QCOMPARE(text(civil_time(seconds)), text(expected));
            QCOMPARE(seconds_of(expected), std::int64_t{seconds});
        }
    }

    void what_is_out_of_its_limits_carries_over() {
        QCOMPARE(seconds_of({2023, 14, 1}), seconds_of({2024, 2, 1}));
        QCOMPARE(seconds_of({2024, 0, 1}), seconds_of({2023, 12, 1}));
        QCOMPARE(seconds_of({2023, 2, 29}), seconds_of({2023, 3, 1}));
        QCOMPARE(seconds_of({2024, 3, 0}), seconds_of({2024, 2, 29}));
        QCOMPARE(seconds_of({2023, 1, 1, 99, 99, 99}), seconds_of({2023, 1, 5, 4, 40, 39}));
    }

    void the_system_gets_the_nearest_time_that_it_holds() {
        QCOMPARE(std::int64_t(system_time(INT32_MAX)), std::int64_t(INT32_MAX));
        QCOMPARE(std::int64_t(system_time(INT64_MAX)), std::int64_t(std::numeric_limits<std::time_t>::max()));
        QCOMPARE(std::int64_t(system_time(INT64_MIN)), std::int64_t(std::numeric_limits<std::time_t>::min()));
    }
};

QTEST_GUILESS_MAIN(CivilTimeTest)
#include "civil_time_test.moc"
