// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/iso_layout.h"

#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>

namespace cloop {

namespace {

/// Shared by the layout thread and the waiting one; the last to finish frees it.
struct Layout {
    std::shared_ptr<const void> owner;  ///< first member, so that it is destroyed last
    WriteOptions options;
    std::mutex mutex;
    std::condition_variable_any condition;
    int result = 0;
    bool is_done = false;
    BurnSource source;
};

} // namespace

Result<BurnSource> lay_out(std::shared_ptr<const void> owner, IsoImage *image, WriteOptions options, const std::stop_token &stop) {
    auto layout = std::make_shared<Layout>();
    layout->owner = std::move(owner);
    layout->options = std::move(options);
    try {
        std::thread([layout, image] {
            burn_source *source = nullptr;
            const int result = iso_image_create_burn_source(image, layout->options.get(), &source);
            const std::lock_guard lock(layout->mutex);
            layout->source.reset(source);
            layout->result = result;
            layout->is_done = true;
            layout->condition.notify_one();
        }).detach();
    } catch (const std::system_error &error) {
        return std::unexpected(Error{.code = ErrorCode::system, .sys = error.code().value()});
    }
    std::unique_lock lock(layout->mutex);
    if (!layout->condition.wait(lock, stop, [&] { return layout->is_done; })) return fail(ErrorCode::cancelled);
    if (layout->result < 0) return std::unexpected(libisofs_error(layout->result, {}));
    return std::move(layout->source);
}

} // namespace cloop
