// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ordered_pool.h"

#include <QTest>

#include <atomic>
#include <chrono>

class OrderedPoolTest : public QObject {
    Q_OBJECT

    struct Slot {
        int in = 0;
        int out = 0;
    };

private slots:
    void the_window_is_bounded_in_bytes() {
        QCOMPARE(cloop::window_for(1, 512), std::size_t(1));
        QCOMPARE(cloop::window_for(2, 65536), std::size_t(8));
        QCOMPARE(cloop::window_for(2, 64u << 20), std::size_t(3));
        QCOMPARE(cloop::window_for(8, 8u << 20), std::size_t(9));
        QCOMPARE(cloop::window_for(8, 4u << 20), std::size_t(16));
    }

    void results_come_in_the_order_of_submission_data() {
        QTest::addColumn<unsigned>("threads");
        for (const unsigned threads : {1u, 2u, 3u, 8u}) QTest::addRow("%u threads", threads) << threads;
    }
    void results_come_in_the_order_of_submission() {
        QFETCH(unsigned, threads);
        cloop::OrderedPool<Slot> pool(threads, threads > 1 ? 4 * threads : 1, [](Slot &slot, unsigned) {
            if (slot.in % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
            slot.out = slot.in * 2;
        });
        int given = 0, taken = 0;
        while (taken < 500) {
            if (Slot *slot = given < 500 ? pool.free_slot() : nullptr) {
                slot->in = given++;
                pool.submit();
                continue;
            }
            Slot &slot = pool.next();
            QCOMPARE(slot.in, taken);
            QCOMPARE(slot.out, 2 * taken);
            pool.release();
            ++taken;
        }
        QVERIFY(pool.is_empty());
    }

    void a_driver_that_only_waits_can_give_up() {
        for (const unsigned threads : {1u, 3u}) {
            std::atomic<bool> may_finish = false;
            std::atomic<bool> is_driver_working = false;
            cloop::OrderedPool<Slot> pool(threads, 4, [&, driver = std::this_thread::get_id()](Slot &slot, unsigned worker) {
                if (std::this_thread::get_id() == driver || worker >= threads) is_driver_working = true;
                while (!may_finish) std::this_thread::yield();
                slot.out = slot.in + 1;
            }, cloop::OrderedPool<Slot>::Driver::waits);
            for (int i = 0; i < 4; ++i) {
                pool.free_slot()->in = i;
                pool.submit();
            }
            QVERIFY(!pool.next_within(std::chrono::milliseconds(1)));
            may_finish = true;
            for (int i = 0; i < 4; ++i, pool.release()) QCOMPARE(pool.next().out, i + 1);
            QVERIFY(!is_driver_working);
        }
    }

    void a_slow_piece_of_work_does_not_hold_up_the_others() {
        std::atomic<bool> may_finish = false;
        std::atomic<int> quick_ones = 0;
        cloop::OrderedPool<Slot> pool(3, 8, [&](Slot &slot, unsigned) {
            if (slot.in == 0) {
                while (!may_finish) std::this_thread::yield();
            } else {
                ++quick_ones;
            }
        });
        for (int i = 0; i < 8; ++i) {
            pool.free_slot()->in = i;
            pool.submit();
        }
        QTRY_COMPARE(quick_ones.load(), 7);
        QVERIFY(!pool.try_next());
        may_finish = true;
        QCOMPARE(pool.next().in, 0);
    }

    void the_window_is_full_until_a_slot_is_given_back() {
        cloop::OrderedPool<Slot> pool(2, 3, [](Slot &, unsigned) {});
        for (int i = 0; i < 3; ++i) {
            QVERIFY(pool.free_slot());
            pool.submit();
        }
        QVERIFY(!pool.free_slot());
        pool.next();
        pool.release();
        QVERIFY(pool.free_slot());
    }

    void what_waits_is_dropped_at_the_end() {
        std::atomic<int> runs = 0;
        {
            cloop::OrderedPool<Slot> pool(2, 64, [&](Slot &, unsigned) {
                ++runs;
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
            });
            for (int i = 0; i < 64; ++i) {
                pool.free_slot();
                pool.submit();
            }
        }
        QVERIFY(runs.load() < 64);
    }
};

QTEST_GUILESS_MAIN(OrderedPoolTest)
#include "ordered_pool_test.moc"
