// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a job of core in a thread; reports progress ten times a second and the end in the window's thread.

#pragma once

#include "base/error.h"
#include "base/progress.h"

#include <QObject>
#include <QTimer>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <new>
#include <thread>

namespace cloop::desktop {

/// Threads: every member is for the thread that created it. The destructor stops running work and waits for it.
class CoreJob final : public QObject {
    Q_OBJECT

public:
    explicit CoreJob(QObject *parent = nullptr);
    ~CoreJob() override;

    /// Runs `work` (stop token, progress sink → result) in another thread, then `done` (result) in this one. Pre: !isRunning().
    template <class Work, class Done> void start(Work work, Done done) {
        begin([this, work = std::move(work), done = std::move(done)](const std::stop_token &stop) mutable {
            auto result = guarded(work, stop);
            QMetaObject::invokeMethod(this, [this, done, result = std::move(result)]() mutable {
                end();
                done(std::move(result));
            });
        });
    }

    bool isRunning() const { return thread_.joinable(); }
    bool isPaused() const { return isPaused_; }

    /// Stops the work, which ends as cancelled after its current block.
    void cancel();

    /// Pauses the work at its next progress report.
    void setPaused(bool isPaused);

signals:
    void progressed(const cloop::Progress &progress);

private:
    /// Turns std::bad_alloc into out_of_memory.
    template <class Work> auto guarded(Work &work, const std::stop_token &stop) -> std::invoke_result_t<Work, std::stop_token, ProgressSink> {
        try {
            return work(stop, sink(stop));
        } catch (const std::bad_alloc &) {
            return fail(ErrorCode::out_of_memory);
        }
    }

    void begin(std::function<void(const std::stop_token &)> run);
    void end();
    ProgressSink sink(const std::stop_token &stop);

    std::mutex mutex_;  ///< guards the members up to resumed_
    Progress latest_;
    bool hasNews_ = false;
    bool isPaused_ = false;
    std::condition_variable_any resumed_;
    QTimer timer_;
    std::jthread thread_;
};

} // namespace cloop::desktop
