// SPDX-License-Identifier: GPL-3.0-or-later
// An image whose disc may be changed while its content is served.

#pragma once

#include "image/image_reader.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace cloop::fuse {

/// The content of an image. Reads wait while the image is out of reach, and go on once the same image is back, whatever its disc.
///
/// It is out of reach after let_go(), or if a read fails and the file can't be opened any more or its drive holds another disc. In the first case
/// reads wait as long as it takes. In the second they fail after 4 s, so that no program hangs for a disc that does not come back.
class ResumableImage final : public ByteSource {
public:
    struct Options {
        ImageReader::Options image{};
        /// Whether the reader that waits in this thread has given up. Asked a few times a second.
        std::function<bool()> has_given_up{};
    };

    /// `name`: as for open_image(), absolute, because the image is opened again by it. Errors: those of open_image().
    static Result<std::shared_ptr<ResumableImage>> open(const std::string &name, const Options &options, const std::stop_token &stop);

    /// Closes the image's file as soon as running reads are done.
    void let_go();

    std::uint64_t size() const override { return size_; }
    std::uint64_t stored_size() const override { return stored_size_; }
    const std::string &name() const override { return name_; }
    /// Errors: those of ImageReader; image_away; cancelled, if the reader has given up.
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override;
    std::uint64_t lost_until(std::uint64_t offset) const override;

private:
    using Reader = std::shared_ptr<const ImageReader>;
    using Clock = std::chrono::steady_clock;

    /// What tells this image from another one.
    struct Marks {
        Head head;
        BlockIndex index;
        std::vector<std::pair<std::size_t, std::uint64_t>> samples;  ///< hashes of some raw blocks
        std::uint64_t file_size = 0;
    };

    ResumableImage(std::string name, const Options &options, Reader reader);

    /// The image, after waiting for it if need be.
    Result<Reader> reader() const;
    bool is_away() const;
    void take_away(const Reader &reader, bool waits) const;
    void look_for_it(const std::stop_token &stop) const;
    bool is_same(const ImageReader &found, const Marks &marks) const;

    const std::string name_;
    const Options options_;
    const std::uint64_t size_, stored_size_;
    const std::uint32_t block_size_;
    std::vector<std::pair<std::size_t, std::uint64_t>> samples_;

    mutable std::mutex mutex_;            ///< guards all below
    mutable std::condition_variable back_;
    mutable std::uint64_t disc_ = 0;      ///< the disc that it lies on; see disc_number() in the .cpp
    mutable Reader reader_;               ///< null: out of reach
    mutable Marks marks_;                 ///< while out of reach
    mutable bool waits_ = false;          ///< out of reach by let_go()
    mutable Clock::time_point away_since_{};
    mutable std::jthread search_;         ///< looks for it while it is out of reach
};

} // namespace cloop::fuse
