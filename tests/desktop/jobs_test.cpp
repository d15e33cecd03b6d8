// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs: builds one after the other, what reads beside them; paused, stopped anywhere, logged.

#include "jobs/build_task.h"
#include "jobs/job_queue.h"
#include "support/held_sync.h"
#include "support/program.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace cloop;
using namespace cloop::desktop;

namespace {

/// Works until it is stopped or `steps` are done, a millisecond each.
auto working(int steps, std::atomic<int> *done = nullptr) {
    return [steps, done](const std::stop_token &stop, const ProgressSink &progress) -> Result<int> {
        for (int i = 0; i < steps; ++i) {
            if (stop.stop_requested()) return fail(ErrorCode::cancelled);
            QThread::msleep(1);
            if (done) ++*done;
            progress({.phase = Phase::scan, .done = std::uint64_t(i + 1), .total = std::uint64_t(steps)});
        }
        return steps;
    };
}

JobOrder building(const QString &title) { return {.title = title, .kind = JobKind::build}; }

/// A folder of some MiB that do not compress to nothing.
void makeSource(const QString &folder) {
    QDir().mkpath(folder);
    QByteArray bytes(3 << 20, Qt::Uninitialized);
    QRandomGenerator random(3);
    for (char &byte : bytes) byte = char(random.bounded(16));
    for (const char *name : {"/one", "/two"}) QVERIFY(test::write_file(folder + name, bytes));
}

/// From the folder "source" into out.cloop, verified, with its sum.
BuildTask taskOf(const QTemporaryDir &folder) {
    BuildTask task;
    task.build.source.path = folder.filePath("source").toStdString();
    task.build.output = folder.filePath("out.cloop").toStdString();
    task.build.options.threads = 2;
    task.build.options.verify = true;
    task.writeSum = true;
    return task;
}

QStringList filesIn(const QTemporaryDir &folder) { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }

QString said(const Result<int> &result) { return result ? QString::number(*result) : QString(); }

} // namespace

class JobsTest : public QObject {
    Q_OBJECT

private slots:
    void builds_run_one_after_the_other_in_order() {
        JobQueue queue;
        QStringList ends;
        QList<Job *> jobs;
        for (int i = 0; i < 3; ++i) {
            jobs << queue.add(building(QString("job %1").arg(i)), working(20), said);
            connect(jobs.last(), &Job::ended, [&ends, i] { ends << QString::number(i); });
        }
        QVERIFY(jobs[0]->state() == Job::State::running);
        QVERIFY(jobs[1]->state() == Job::State::waiting);
        QCOMPARE(queue.openCount(), 3);
        QTRY_VERIFY(!queue.isBusy());
        QCOMPARE(ends, (QStringList{"0", "1", "2"}));
        QCOMPARE(jobs[2]->outcome(), "20");
        QCOMPARE(jobs[2]->permille(), 1000);
        QCOMPARE(queue.log().size(), 6);
        QVERIFY(queue.log().last().endsWith("job 2: 20"));
        queue.clearEnded();
        QCOMPARE(queue.jobs().size(), 0);
    }

    void one_that_takes_its_time_to_stop_says_so() {
        JobQueue queue;
        std::atomic<bool> mayEnd{false};
        const auto slow = [&mayEnd](const std::stop_token &stop, const ProgressSink &) -> Result<int> {
            while (!mayEnd) QThread::msleep(1);
            return stop.stop_requested() ? Result<int>(fail(ErrorCode::cancelled)) : Result<int>(1);
        };
        Job *job = queue.add(building("slow"), slow, said);
        QVERIFY(job->line() != "Stopping…");
        QSignalSpy changed(job, &Job::changed);
        job->cancel();
        QCOMPARE(job->line(), "Stopping…");
        QCOMPARE(changed.size(), 1);
        mayEnd = true;
        QTRY_VERIFY(job->hasEnded());
        QCOMPARE(job->line(), "Stopped.");
    }

    void one_that_waits_is_stopped_without_running() {
        JobQueue queue;
        std::atomic<int> done{0};
        queue.add(building("first"), working(300), said);
        Job *second = queue.add(building("second"), working(10, &done), said);
        second->cancel();
        QVERIFY(second->state() == Job::State::stopped);
        queue.cancelAll();
        QTRY_VERIFY(!queue.isBusy());
        QCOMPARE(done.load(), 0);
    }

    void a_pause_holds_it_and_is_no_time_of_work() {
        JobQueue queue;
        std::atomic<int> done{0};
        Job *job = queue.add({.title = "job"}, working(2000, &done), said);
        QTRY_VERIFY(done > 20);
        job->setPaused(true);
        QTest::qWait(100);
        const int held = done;
        QTest::qWait(200);
        QCOMPARE(done.load(), held);
        QCOMPARE(job->line(), "Paused.");
        job->setPaused(false);
        QTRY_VERIFY(job->state() == Job::State::done);
    }

    void stopped_at_any_moment_it_ends_soon() {
        JobQueue queue;
        QRandomGenerator random(11);
        for (int i = 0; i < 20; ++i) {
            Job *job = queue.add({.title = "job"}, working(100'000), said);
            if (i % 3 == 0) {
                QTest::qWait(int(random.bounded(20)));
                job->setPaused(true);
            }
            QTest::qWait(int(random.bounded(40)));
            job->cancel();
            QTRY_VERIFY_WITH_TIMEOUT(job->hasEnded(), 30'000);
            QVERIFY(job->state() == Job::State::stopped);
        }
    }

    void what_reads_works_beside_a_build_two_at_a_time() {
        JobQueue queue;
        Job *build = queue.add(building("build"), working(100'000), said);
        QList<Job *> reading;
        for (int i = 0; i < 3; ++i) reading << queue.add(JobOrder{.title = "check", .kind = JobKind::check}, working(100'000), said);
        QVERIFY(build->isWorking() && reading[0]->isWorking() && reading[1]->isWorking());
        QVERIFY(reading[2]->state() == Job::State::waiting);
        reading[0]->cancel();
        QTRY_VERIFY(reading[2]->isWorking());
        queue.cancelAll();
        QTRY_VERIFY(!queue.isBusy());
    }

    void one_that_is_paused_gives_its_place_and_goes_on_without_one() {
        JobQueue queue;
        std::atomic<int> done{0};
        Job *first = queue.add(building("first"), working(100'000, &done), said);
        Job *second = queue.add(building("second"), working(100'000), said);
        QVERIFY(second->state() == Job::State::waiting);
        first->setPaused(true);
        QVERIFY(second->isWorking());
        const int held = done;
        first->setPaused(false);
        QTRY_VERIFY(done > held + 5);
        QVERIFY(second->isWorking());
        queue.cancelAll();
        QTRY_VERIFY(!queue.isBusy());
    }

    void its_numbers_can_be_read_one_by_one() {
        std::atomic<bool> wasSeen{false};
        JobQueue queue;
        Job *job = queue.add(
            building("job"),
            [&](const std::stop_token &, const ProgressSink &progress) -> Result<int> {
                progress({.phase = Phase::create, .done = 400, .total = 1000, .stored = 100});
                while (!wasSeen) QThread::msleep(1);
                progress({.phase = Phase::verify, .done = 1000, .total = 1000});
                return 7;
            },
            said);
        QVERIFY(job->endedAt().isNull());
        if (!QTest::qWaitFor([&] { return job->ratio().has_value(); })) wasSeen = true;
        const auto ratio = job->ratio();
        const auto permille = job->permille();
        wasSeen = true;
        QCOMPARE(ratio, 0.25);
        QCOMPARE(permille, 400);
        QTRY_VERIFY(job->hasEnded());
        QVERIFY(job->endedAt().isValid());
        const double took = job->workSeconds();
        QVERIFY(took > 0);
        QTest::qWait(20);
        QCOMPARE(job->workSeconds(), took);
    }

    void times_are_told_in_minutes_and_above_an_hour_in_hours_data() {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        for (const auto &[seconds, text] : {std::pair{0.0, "0:00"}, {9.4, "0:09"}, {59.6, "1:00"}, {75.0, "1:15"}, {3599.0, "59:59"},
                                            {3599.6, "1:00 h"}, {3725.0, "1:02 h"}, {36000.0, "10:00 h"}, {90060.0, "25:01 h"}})
            QTest::addRow("%s", text) << seconds << text;
    }
    void times_are_told_in_minutes_and_above_an_hour_in_hours() {
        QFETCH(double, seconds);
        QTEST(clockText(seconds), "text");
    }

    void what_is_estimated_is_told_roughly_data() {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        for (const auto &[seconds, text] : {std::pair{0.4, "a moment"}, {41.2, "about 41 s"}, {170.0, "about 3 min"}, {3540.0, "about 59 min"},
                                            {3600.0, "about 1:00 h"}, {4800.0, "about 1:20 h"}, {90060.0, "about 25:01 h"}})
            QTest::addRow("%s", text) << seconds << text;
    }
    void what_is_estimated_is_told_roughly() {
        QFETCH(double, seconds);
        QTEST(aboutText(seconds), "text");
    }

    void its_line_tells_the_phase_and_how_long_it_will_take() {
        std::atomic<bool> wasSeen{false};
        JobQueue queue;
        const auto steady = [&](const std::stop_token &, const ProgressSink &progress) -> Result<int> {
            for (std::uint64_t done = 1; !wasSeen; ++done) {
                progress({.phase = Phase::create, .done = done << 20, .total = 1ull << 50});
                QThread::msleep(5);
            }
            return 7;
        };
        Job *waiting = nullptr, *job = queue.add(building("job"), steady, said);
        waiting = queue.add(building("next"), working(1), said);
        QCOMPARE(waiting->line(), "Waits for the job before it.");
        QSignalSpy changed(job, &Job::changed);
        // Nobody can tell from a few samples.
        const bool isTold = changed.wait(10'000);
        const QString first = job->line();
        const bool isKnown = QTest::qWaitFor([&] { return job->secondsLeft().has_value(); }, 20'000);
        const QString line = job->line();
        wasSeen = true;
        QVERIFY(isTold && isKnown);
        QVERIFY2(QRegularExpression("^0 % · Compressing: [\\d.]+ MiB of 1\\.0 PiB · 0:0\\d$").match(first).hasMatch(), qPrintable(first));
        const QRegularExpression whole("^0 % · Compressing: [\\d.]+ MiB of 1\\.0 PiB · [\\d.]+ MiB/s · 0:\\d\\d · \\d+:\\d\\d h to go$");
        QVERIFY2(whole.match(line).hasMatch(), qPrintable(line));
        QTRY_VERIFY(waiting->hasEnded());
        QCOMPARE(job->line(), "7");
    }

    void progress_and_time_left_are_those_of_all_phases() {
        constexpr std::uint64_t total = 1ull << 40;
        // Of a phase that is not told of, and of the others until they are left.
        std::atomic<int> step{0};
        JobQueue queue;
        const auto phases = [&](const std::stop_token &stop, const ProgressSink &progress) -> Result<int> {
            const Phase order[]{Phase::list, Phase::create, Phase::verify, Phase::verify};
            for (int now = 0; now < 4; ++now)
                for (std::uint64_t done = 1; step == now && !stop.stop_requested(); ++done) {
                    progress({.phase = order[now], .done = done << 20, .total = total});
                    QThread::msleep(5);
                }
            return 0;
        };
        const JobOrder order{.title = "job", .kind = JobKind::build, .phases = {{Phase::create, 2}, {Phase::verify, 1}, {Phase::verify, 3}}};
        Job *job = queue.add(order, phases, said);
        struct Expected {
            Phase phase;
            double later;
            std::optional<int> permille;
        };
        const Expected all[]{{Phase::list, -1, {}}, {Phase::create, 2, 0}, {Phase::verify, 3, 333}, {Phase::verify, 0, 500}};
        for (const auto &[phase, later, permille] : all) {
            const int now = step;
            const bool isKnown = QTest::qWaitFor([&, wanted = phase] { return job->rate() && job->progress().phase == wanted; }, 20'000);
            if (!isKnown) step = 4;
            QVERIFY2(isKnown, qPrintable(QString::number(now)));
            const double rate = *job->rate();
            const auto left = job->secondsLeft();
            const auto reached = job->permille();
            const double own = double(total - job->progress().done) / rate;
            // The next phase is begun before anything may fail, and before its rate is known.
            const std::uint64_t before = job->progress().done;
            ++step;
            QCOMPARE(left.has_value(), later >= 0);
            QCOMPARE(reached, permille);
            if (left) QVERIFY2(std::abs(*left - own - later * double(total) / rate) < 1e-6 * *left, qPrintable(QString::number(now)));
            if (step < 4) QTRY_VERIFY(job->progress().phase != phase || job->progress().done < before);
        }
        QTRY_VERIFY(job->hasEnded());
    }

    void a_stop_ends_a_build_in_every_phase_data() {
        QTest::addColumn<Phase>("phase");
        QTest::addColumn<int>("time");  // of that phase, from 0 on
        QTest::addColumn<QStringList>("left");
        QTest::newRow("listing") << Phase::list << 0 << QStringList();
        QTest::newRow("compressing") << Phase::create << 0 << QStringList();
        QTest::newRow("reading back") << Phase::verify << 0 << QStringList();
        // The image is whole by then.
        QTest::newRow("summing") << Phase::verify << 1 << QStringList("out.cloop");
    }
    void a_stop_ends_a_build_in_every_phase() {
        QFETCH(Phase, phase);
        QFETCH(int, time);
        const QTemporaryDir folder;
        makeSource(folder.filePath("source"));
        std::atomic<bool> isThere{false};
        BuildTask task = taskOf(folder);
        std::vector<Error> troubles;
        JobQueue queue;
        const auto work = [&](const std::stop_token &stop, const ProgressSink &) -> Result<BuildOutcome> {
            Progress before;
            int times = 0;
            const auto hold = [&](const Progress &now) {
                if (now.phase == before.phase && now.done < before.done) ++times;
                before = now;
                if (now.phase != phase || times != time) return;
                isThere = true;
                while (!stop.stop_requested()) QThread::msleep(1);
            };
            return runBuild(task, troubles, {.on_progress = hold}, stop);
        };
        std::optional<Error> sumTrouble;
        Job *job = queue.add(building("job"), work, [&](const Result<BuildOutcome> &outcome) {
            if (outcome) sumTrouble = outcome->sumTrouble;
            return QString("done");
        });
        QTRY_VERIFY(isThere || job->hasEnded());
        QVERIFY(isThere);
        job->cancel();
        QTRY_VERIFY(job->hasEnded());
        QTEST(filesIn(folder), "left");
        QVERIFY(job->state() == (time == 0 ? Job::State::stopped : Job::State::done));
        if (time > 0) QVERIFY(sumTrouble && sumTrouble->code == ErrorCode::cancelled);
    }

    void a_stop_ends_a_build_while_a_slow_disc_writes() {
        const QTemporaryDir folder;
        makeSource(folder.filePath("source"));
        BuildTask task = taskOf(folder);
        std::vector<Error> troubles;
        {
            const test::HeldSync disc;
            JobQueue queue;
            const auto work = [&](const std::stop_token &stop, const ProgressSink &progress) {
                return runBuild(task, troubles, {.on_progress = progress}, stop);
            };
            Job *job = queue.add(building("job"), work, [](const Result<BuildOutcome> &) { return QString("done"); });
            QVERIFY(disc.wait());
            job->cancel();
            QTRY_VERIFY(job->hasEnded());
            QVERIFY(disc.holds());
            QVERIFY(job->state() == Job::State::stopped);
        }
        QCOMPARE(filesIn(folder), QStringList());
    }

    void the_log_is_kept_in_a_file_whose_older_half_goes() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("new/log.txt");
        JobQueue queue;
        queue.keepLog(path);
        const auto read = [&] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        queue.add(JobOrder{.title = "job", .kind = JobKind::build, .facts = {"Source: /a"}}, working(1), said);
        QTRY_VERIFY(!queue.isBusy());
        QCOMPARE(read().count('\n'), 3);
        QVERIFY(read().contains("job: started.") && read().contains("Source: /a") && read().contains("job: 1"));
        QCOMPARE(read(), (queue.log().join('\n') + '\n').toUtf8());
        LogFile log;
        log.setPath(path);
        for (int i = 0; i < 1100; ++i) log.append({QString("%1 ").arg(i) + QString(1000, 'x')});
        const QByteArray kept = read();
        QVERIFY(kept.size() <= LogFile::mostBytes && kept.size() > LogFile::mostBytes / 4);
        QVERIFY(!kept.contains("Source: /a") && kept.contains("\n1099 ") && kept.endsWith("x\n"));
        QVERIFY(kept.left(kept.indexOf(' ')).toInt() > 100);
        log.setPath("/proc/nowhere/log.txt");
        log.append({"lost"});
        QVERIFY(!log.trouble().isEmpty());
    }

    void a_failure_says_why() {
        JobQueue queue;
        Job *job = queue.add(
            {.title = "job"}, [](const std::stop_token &, const ProgressSink &) -> Result<int> { return fail(ErrorCode::no_space, "/disc/file"); },
            said);
        QTRY_VERIFY(job->hasEnded());
        QVERIFY(job->state() == Job::State::failed);
        QVERIFY(job->outcome().startsWith("/disc/file: There is not enough room"));
    }

    void a_queue_that_goes_takes_its_work_along() {
        std::atomic<int> done{0};
        {
            JobQueue queue;
            queue.add({.title = "first"}, working(100'000, &done), said);
            queue.add({.title = "second"}, working(100'000, &done), said);
            QTRY_VERIFY(done > 0);
        }
        const int end = done;
        QTest::qWait(50);
        QCOMPARE(done.load(), end);
    }
};

QTEST_GUILESS_MAIN(JobsTest)
#include "jobs_test.moc"
