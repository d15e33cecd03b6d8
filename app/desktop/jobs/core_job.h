// SPDX-License-Identifier: GPL-3.0-or-later
// A job of core as an object of Qt: started in a thread of its own, reporting ten times a second, ended in the window's thread.

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

/// Threads: every member is for the thread that made it. Destroyed while it runs, it stops the work and waits for it.
class CoreJob final : public QObject {
    Q_OBJECT

public:
    explicit CoreJob(QObject *parent = nullptr);
    ~CoreJob() override;

    /// Runs `work` (stop token, progress sink → result) beside, then `done` (result) here. Pre: !isRunning().
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

    /// The work ends as cancelled, as soon as its running block is done.
    void cancel();

    /// Holds the work where it next tells of its progress.
    void setPaused(bool isPaused);

signals:
    void progressed(const cloop::Progress &progress);

private:
    /// What core throws where memory ends becomes the error that it is.
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

    std::mutex mutex_;  ///< guards what follows up to resumed_
    Progress latest_;
    bool hasNews_ = false;
    bool isPaused_ = false;
    std::condition_variable_any resumed_;
    QTimer timer_;
    std::jthread thread_;
};

} // namespace cloop::desktop
