// SPDX-License-Identifier: GPL-3.0-or-later
// Who works on which batch, and that each block comes out once, in order, with the first right result.

#include "cluster/batch_window.h"
#include "cluster/helper_roster.h"

#include <QTest>

using namespace cloop;
using namespace std::chrono_literals;

class BatchWindowTest : public QObject {
    Q_OBJECT

    const ClusterClock::time_point start_ = ClusterClock::now();

    /// Fills `blocks` blocks, each with its number.
    static void fill(BatchWindow &window, unsigned blocks) {
        for (unsigned i = 0; i < blocks; ++i) {
            const auto block = window.free_block();
            QVERIFY(!block.empty());
            std::ranges::fill(block, static_cast<std::byte>(i));
            window.submit(nullptr);
        }
    }

    static std::vector<EncodedBlock> results(const Batch &batch, std::uint64_t hash) {
        return std::vector<EncodedBlock>(batch.work(), {{CodecId::zlib, {}}, hash});
    }

private slots:
    void blocks_come_out_in_order_whoever_is_first() {
        BatchWindow window(512, 2);
        window.set_capacity(3);
        fill(window, 5);
        window.close();
        const auto first = window.take_to_send(start_, false), second = window.take_here(start_, false), third = window.take_to_send(start_, false);
        QVERIFY(first && second && third && !window.take_here(start_, false));
        QCOMPARE(third->work(), std::size_t{1});
        window.finish(*third, results(*third, 3), {}, true, start_);
        window.finish(*second, results(*second, 2), {}, false, start_);
        QVERIFY(!window.front());
        window.finish(*first, results(*first, 1), {}, true, start_);
        for (const std::uint64_t hash : {1, 1, 2, 2, 3}) {
            QVERIFY(window.front());
            QCOMPARE(window.front()->raw_hash, hash);
            window.release();
        }
        QVERIFY(window.is_empty());
    }

    void only_the_first_result_counts() {
        BatchWindow window(512, 1);
        fill(window, 1);
        const auto batch = window.take_to_send(start_, false);
        window.finish(*batch, results(*batch, 1), {}, true, start_);
        window.finish(*batch, results(*batch, 2), {}, false, start_);
        QCOMPARE(window.front()->raw_hash, std::uint64_t{1});
        QVERIFY(!window.awaiting(0));
    }

    void the_window_bounds_what_is_under_way() {
        BatchWindow window(512, 2);
        window.set_capacity(2);
        fill(window, 4);
        QVERIFY(window.free_block().empty());
        window.set_capacity(1);
        QVERIFY(window.free_block().empty());
    }

    void room_that_is_not_filled_is_no_block() {
        BatchWindow window(512, 1);
        window.set_capacity(2);
        fill(window, 1);
        QVERIFY(!window.free_block().empty());
        QVERIFY(!window.is_empty());
        const auto batch = window.take_here(start_, false);
        window.finish(*batch, results(*batch, 1), {}, false, start_);
        window.release();
        QVERIFY(window.is_empty());
        window.close();
        QVERIFY(window.is_empty());
    }

    void zero_blocks_need_no_work() {
        BatchWindow window(512, 2);
        window.set_capacity(2);
        const EncodedBlock zero{{CodecId::zlib, {}}, 9};
        for (int i = 0; i < 2; ++i) {
            (void)window.free_block();
            window.submit(&zero);
        }
        QVERIFY(!window.take_here(start_, false));
        QCOMPARE(window.front()->raw_hash, std::uint64_t{9});
    }

    void a_late_batch_is_given_out_again_and_ever_more_seldom() {
        BatchWindow window(512, 1);
        fill(window, 1);
        QVERIFY(window.take_to_send(start_, false));
        QVERIFY(!window.take_to_send(start_ + 5s, false));
        QCOMPARE(window.count_away(start_ + 5s), std::size_t{1});
        QCOMPARE(window.count_away(start_ + 7s), std::size_t{0});
        QVERIFY(window.take_to_send(start_ + 7s, false));
        QVERIFY(!window.take_to_send(start_ + 14s, false));
        QVERIFY(window.take_to_send(start_ + 20s, false));
    }

    void at_the_end_the_usual_time_is_late_enough() {
        BatchWindow window(512, 1);
        fill(window, 1);
        QVERIFY(window.take_to_send(start_, false));
        QVERIFY(!window.take_here(start_ + 3s, false));
        QVERIFY(window.take_here(start_ + 3s, true));
    }

    void what_a_lost_stream_held_waits_again() {
        BatchWindow window(512, 1);
        fill(window, 1);
        QVERIFY(window.take_to_send(start_, false));
        QVERIFY(!window.has_waiting());
        window.return_all_sent();
        QVERIFY(window.has_waiting());
    }

    void a_worker_is_shut_out_after_three_wrong_blocks() {
        HelperRoster roster;
        const Presence presence{.worker = random_cluster_id(), .name = "liar", .threads = 2, .wanted = 4};
        QVERIFY(roster.note(presence, start_)->kind == ClusterEvent::Kind::joined);
        QCOMPARE(roster.wanted(), std::size_t{4});
        QVERIFY(roster.blame(presence.worker, 1)->kind == ClusterEvent::Kind::wrong_block);
        QVERIFY(roster.blame(presence.worker, 1)->kind == ClusterEvent::Kind::wrong_block);
        QVERIFY(!roster.is_shut_out(presence.worker));
        const auto last = roster.blame(presence.worker, 1);
        QVERIFY(last->kind == ClusterEvent::Kind::shut_out && last->helper == "liar");
        QVERIFY(roster.is_shut_out(presence.worker));
        QVERIFY(!roster.note(presence, start_));
        QCOMPARE(roster.wanted(), std::size_t{0});
    }

    void a_silent_worker_leaves_and_may_come_back() {
        HelperRoster roster;
        const Presence presence{.worker = random_cluster_id(), .name = "box", .threads = 1, .wanted = 2};
        roster.note(presence, start_);
        QVERIFY(roster.drop_silent(start_ + 3s).empty());
        QCOMPARE(roster.drop_silent(start_ + 6s).size(), std::size_t{1});
        QCOMPARE(roster.wanted(), std::size_t{0});
        QVERIFY(roster.note(presence, start_ + 7s)->kind == ClusterEvent::Kind::joined);
    }

    void invented_workers_do_not_fill_the_memory() {
        HelperRoster roster;
        for (int i = 0; i < 5000; ++i) roster.note({.worker = random_cluster_id(), .name = "x", .wanted = 1}, start_);
        QCOMPARE(roster.wanted(), std::size_t{1024});
    }
};

QTEST_GUILESS_MAIN(BatchWindowTest)
#include "batch_window_test.moc"
