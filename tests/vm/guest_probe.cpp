// SPDX-License-Identifier: GPL-3.0-or-later
// What the guest of tests/vm can't do in a shell: reads a device and compares, corrupts images, calls ioctls.
// Exit status 0: as expected; otherwise the reason is on standard output.

#include <fcntl.h>
#include <linux/blkpg.h>
#include <linux/fs.h>
#include <linux/loop.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Bytes = std::vector<unsigned char>;
using Random = std::mt19937_64;

constexpr std::size_t head_size = 136;
constexpr unsigned long cloop_suspend = _IO(0xC7, 0);

template <class... Parts> [[noreturn]] void fail(const Parts &...parts) {
    std::ostringstream text;
    (text << ... << parts);
    std::puts(text.str().c_str());
    std::fflush(stdout);
    std::_Exit(1);
}

Bytes file_bytes(const std::string &path) {
    Bytes bytes;
    std::FILE *file = std::fopen(path.c_str(), "rb");
    if (!file) fail(path, ": ", std::strerror(errno));
    unsigned char buffer[65536];
    for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, file)) > 0;) bytes.insert(bytes.end(), buffer, buffer + got);
    std::fclose(file);
    return bytes;
}

void write_file(const std::string &path, const Bytes &bytes) {
    std::FILE *file = std::fopen(path.c_str(), "wb");
    if (!file || std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size() || std::fclose(file) != 0) fail(path, ": ", std::strerror(errno));
}

int open_or_fail(const std::string &path, int flags = O_RDONLY) {
    const int fd = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
    if (fd < 0) fail(path, ": ", std::strerror(errno));
    return fd;
}

/// Of a file, too.
std::uint64_t device_size(int fd) {
    const off_t size = ::lseek(fd, 0, SEEK_END);
    if (size < 0) fail("lseek: ", std::strerror(errno));
    return static_cast<std::uint64_t>(size);
}

/// A buffer that is aligned for direct reads.
struct Buffer {
    explicit Buffer(std::size_t size) : data(static_cast<unsigned char *>(std::aligned_alloc(4096, (size + 4095) / 4096 * 4096))) {}
    ~Buffer() { std::free(data); }
    Buffer(const Buffer &) = delete;
    unsigned char *data;
};

/// Whether the bytes read are the content, followed by zeros.
bool is_content(const Bytes &raw, std::uint64_t offset, const unsigned char *read, std::size_t size) {
    const std::uint64_t there = offset < raw.size() ? std::min<std::uint64_t>(size, raw.size() - offset) : 0;
    return std::memcmp(raw.data() + offset, read, there) == 0 && std::all_of(read + there, read + size, [](unsigned char byte) { return byte == 0; });
}

/// Reads a device at random offsets, buffered and direct.
class Reader {
public:
    Reader(const std::string &device, const Bytes &raw, unsigned seed, const std::string &mode)
        : buffered_(open_or_fail(device)), direct_(open_or_fail(device, O_RDONLY | O_DIRECT)), size_(device_size(buffered_)), raw_(raw),
          random_(seed), mode_(mode) {}
    ~Reader() {
        ::close(buffered_);
        ::close(direct_);
    }

    /// Reads once. Returns errno.
    int read_once() {
        const bool is_direct = mode_ == "direct" || (mode_ == "both" && random_() % 2);
        const std::size_t most = std::size_t{1} << (9 + random_() % 10);
        std::uint64_t offset = random_() % size_;
        std::size_t size = 1 + random_() % most;
        if (is_direct) {
            offset = offset / 512 * 512;
            size = (size + 511) / 512 * 512;
        }
        size = std::min<std::uint64_t>(size, size_ - offset);
        if (!is_direct && random_() % 4 == 0) ::posix_fadvise(buffered_, 0, 0, POSIX_FADV_DONTNEED);
        const ssize_t got = ::pread(is_direct ? direct_ : buffered_, buffer_.data, size, static_cast<off_t>(offset));
        if (got < 0) return errno;
        if (!is_content(raw_, offset, buffer_.data, static_cast<std::size_t>(got)))
            fail("wrong bytes at ", offset, ", of ", got, is_direct ? " direct" : " buffered");
        // A short read: the next bytes can't be read.
        return static_cast<std::size_t>(got) == size ? 0 : EIO;
    }

private:
    int buffered_, direct_;
    std::uint64_t size_;
    const Bytes &raw_;
    Random random_;
    std::string mode_;
    Buffer buffer_{std::size_t{1} << 18};
};

/// Runs `work` in `count` processes; 0 if all succeed.
template <class Work> int in_processes(int count, Work work) {
    for (int i = 0; i < count; ++i) {
        const pid_t pid = ::fork();
        if (pid < 0) fail("fork: ", std::strerror(errno));
        if (pid == 0) {
            work(static_cast<unsigned>(i));
            std::_Exit(0);
        }
    }
    int worst = 0, status = 0;
    while (::wait(&status) > 0) worst = std::max(worst, WIFEXITED(status) ? WEXITSTATUS(status) : 99);
    return worst;
}

int read_at_random(const std::string &device, const std::string &raw_path, int processes, int reads, const std::string &mode) {
    const Bytes raw = file_bytes(raw_path);
    return in_processes(processes, [&](unsigned number) {
        Reader reader(device, raw, number, mode);
        for (int i = 0; i < reads; ++i)
            if (const int error = reader.read_once()) fail("a read failed: ", std::strerror(error));
    });
}

/// Reads until the file `stop` exists. After its first read, each process adds a byte to the file `stop`.began. `wants_errors`: some reads have to
/// fail, within 30 s after `stop`, and some have to succeed. Wrong bytes are always a failure.
int read_until(const std::string &device, const std::string &raw_path, int processes, const std::string &stop, bool wants_errors) {
    const Bytes raw = file_bytes(raw_path);
    return in_processes(processes, [&](unsigned number) {
        Reader reader(device, raw, number, "both");
        const int began = open_or_fail(stop + ".began", O_WRONLY | O_CREAT | O_APPEND);
        int errors = 0, successes = 0;
        std::time_t end = 0;
        const auto is_over = [&] {
            if (::access(stop.c_str(), F_OK) != 0) return false;
            if (end == 0) end = std::time(nullptr) + 30;
            return !wants_errors || errors > 0 || std::time(nullptr) > end;
        };
        while (!is_over()) {
            const int error = reader.read_once();
            if (error && !wants_errors) fail("a read failed: ", std::strerror(error));
            ++(error ? errors : successes);
            if (successes == 1 && !error && ::write(began, "x", 1) != 1) fail("write: ", std::strerror(errno));
        }
        if (successes == 0 || (wants_errors && errors == 0)) fail(successes, " reads succeeded, ", errors, " failed");
    });
}

/// A way to read: direct, buffered, or buffered with readahead. Reads of sound blocks must succeed, and only reads of damaged blocks may fail.
struct Way {
    const char *name;
    int flags, advice;
    std::uint64_t size, step;  ///< of a read; bytes to skip after a failure
};

void read_around(const Way &way, const std::string &device, const Bytes &raw, std::uint64_t block_size, const std::set<std::uint64_t> &bad) {
    const int fd = open_or_fail(device, O_RDONLY | way.flags);
    ::posix_fadvise(fd, 0, 0, way.advice);
    const Buffer buffer(way.size);
    const std::uint64_t size = device_size(fd);
    const auto is_bad = [&](std::uint64_t at, std::uint64_t end) {
        bool is = false;
        for (std::uint64_t block = at / block_size; block <= (end - 1) / block_size; ++block) is = is || bad.contains(block);
        return is;
    };
    for (std::uint64_t at = 0; at < size;) {
        const std::uint64_t length = std::min(way.size, size - at), step = std::min(way.step, size - at);
        const ssize_t got = ::pread(fd, buffer.data, length, static_cast<off_t>(at));
        if (got < 0 && !is_bad(at, at + step)) fail(way.name, ": an error at ", at, ", in a sound block");
        if (got > 0 && is_bad(at, at + static_cast<std::uint64_t>(got))) fail(way.name, ": no error at ", at, ", in a bad block");
        if (got > 0 && !is_content(raw, at, buffer.data, static_cast<std::size_t>(got))) fail(way.name, ": wrong bytes at ", at);
        if (got == 0) fail(way.name, ": nothing at ", at);
        at += got < 0 ? step : static_cast<std::uint64_t>(got);
    }
    ::close(fd);
}

int read_around(const std::string &device, const std::string &raw_path, std::uint64_t block_size, const std::set<std::uint64_t> &bad) {
    const Bytes raw = file_bytes(raw_path);
    for (const Way &way : {Way{"direct", O_DIRECT, POSIX_FADV_NORMAL, 512, 512}, Way{"buffered", 0, POSIX_FADV_RANDOM, 4096, 4096},
                           Way{"read ahead", 0, POSIX_FADV_NORMAL, 4096, 4096}, Way{"read ahead by much", 0, POSIX_FADV_NORMAL, 131'072, 4096}})
        read_around(way, device, raw, block_size, bad);
    return 0;
}

std::uint64_t big_endian(const Bytes &bytes, std::size_t at, int size) {
    std::uint64_t number = 0;
    for (int i = 0; i < size; ++i) number = number << 8 | bytes[at + i];
    return number;
}

int attach(int device, const std::string &image) {
    const int fd = open_or_fail(image);
    const int result = ::ioctl(device, LOOP_SET_FD, fd) == 0 ? 0 : errno;
    ::close(fd);
    return result;
}

/// Attaches an image to one device after another until memory is exhausted, then detaches it from all but the first. A single process does this,
/// locked in memory, because it must not need memory meanwhile.
int fill_memory(const std::string &image) {
    std::vector<int> devices;
    for (int device; (device = ::open(("/dev/cloop" + std::to_string(devices.size())).c_str(), O_RDONLY | O_CLOEXEC)) >= 0;)
        devices.push_back(device);
    // Without this reserve, the OOM killer would end other processes of the guest.
    std::vector<char> reserve(32u << 20, 'r');
    if (::mlockall(MCL_CURRENT) != 0) fail("mlockall: ", std::strerror(errno));
    std::size_t attached = 0;
    int error = 0;
    while (attached < devices.size() && (error = attach(devices[attached], image)) == 0) ++attached;
    std::vector<char>().swap(reserve);
    for (std::size_t i = 1; i < attached; ++i)
        if (::ioctl(devices[i], LOOP_CLR_FD, 0) != 0) fail("can't be detached: ", std::strerror(errno));
    std::printf("%zu attached, then: %s\n", attached, std::strerror(error));
    return attached > 1 && error == ENOMEM ? 0 : 1;
}

/// The index of a head-first V2.0 or V4.0 image.
struct Layout {
    explicit Layout(const Bytes &image) : block_size(big_endian(image, 128, 4)), count(big_endian(image, 132, 4)) {
        for (std::size_t i = 0; i <= count; ++i) offsets.push_back(big_endian(image, head_size + 8 * i, 8) & ((1ULL << 60) - 1));
    }
    std::uint64_t block_size, count;
    std::vector<std::uint64_t> offsets;
};

/// Changes a few bytes at random, attaches, reads everything. Blocks whose bytes and entries were not changed must be right.
int corrupt(const std::string &device_path, const std::string &image_path, const std::string &raw_path, int rounds, unsigned seed) {
    const Bytes image = file_bytes(image_path), raw = file_bytes(raw_path);
    const Layout layout(image);
    const Buffer buffer(4096);
    const std::string hurt_path = "/tmp/hurt-" + std::to_string(seed) + ".cloop";
    Random random(seed);
    int attached = 0, errors = 0;
    for (int round = 0; round < rounds; ++round) {
        Bytes hurt = image;
        std::size_t begin = 0, end = 0;
        const std::size_t index_end = head_size + 8 * (layout.count + 1);
        switch (round % 4) {
        case 0: begin = 128 + random() % 8, end = begin + 1; break;                           // block size and block count
        case 1: begin = head_size + random() % (index_end - head_size), end = std::min(begin + 1 + random() % 16, index_end); break;
        case 2: begin = index_end + random() % (image.size() - index_end), end = std::min(begin + 1 + random() % 64, image.size()); break;
        default: begin = random() % image.size(), end = image.size(); hurt.resize(begin); break;  // cut short
        }
        for (std::size_t i = begin; i < end && i < hurt.size(); ++i) hurt[i] = static_cast<unsigned char>(random());
        write_file(hurt_path, hurt);
        const int device = open_or_fail(device_path);
        if (attach(device, hurt_path) != 0) {
            ::close(device);
            continue;
        }
        ++attached;
        const bool is_head_whole = begin >= head_size;
        const auto is_touched = [&](std::uint64_t block) {
            const std::size_t entry = head_size + 8 * block;
            return (entry < end && entry + 16 > begin) || (layout.offsets[block] < end && layout.offsets[block + 1] > begin);
        };
        const std::uint64_t size = device_size(device);
        for (std::uint64_t at = 0; at < size && at < (is_head_whole ? size : 2u << 20); at += 4096) {
            const std::uint64_t length = std::min<std::uint64_t>(4096, size - at);
            const ssize_t got = ::pread(device, buffer.data, length, static_cast<off_t>(at));
            errors += got < 0;
            if (!is_head_whole) continue;
            bool is_sound = true;
            for (std::uint64_t block = at / layout.block_size; block <= (at + length - 1) / layout.block_size; ++block)
                is_sound = is_sound && !is_touched(block);
            if (is_sound && got != static_cast<ssize_t>(length)) fail("round ", round, ": an error at ", at, " in a sound block");
            if (is_sound && !is_content(raw, at, buffer.data, length)) fail("round ", round, ": wrong bytes at ", at);
        }
        if (::ioctl(device, LOOP_CLR_FD, 0) != 0) fail("round ", round, ": can't be detached: ", std::strerror(errno));
        ::close(device);
    }
    std::printf("%d rounds, %d attached, %d reads failed\n", rounds, attached, errors);
    return attached > rounds / 3 && errors > 0 ? 0 : 1;
}

/// Flips each bit of some bytes of an image: it must be refused, or a read must fail, or the whole content must be right.
int flip(const std::string &path, const std::string &image_path, const std::string &raw_path, std::size_t begin, std::size_t end) {
    const Bytes image = file_bytes(image_path), raw = file_bytes(raw_path);
    int attached = 0, right = 0;
    for (std::size_t bit = begin * 8; bit < end * 8; ++bit) {
        Bytes hurt = image;
        hurt[bit / 8] ^= static_cast<unsigned char>(1u << bit % 8);
        write_file("/tmp/flipped.cloop", hurt);
        const int device = open_or_fail(path);
        if (attach(device, "/tmp/flipped.cloop") == 0) {
            ++attached;
            Bytes read(raw.size());
            const ssize_t got = ::pread(device, read.data(), read.size(), 0);
            const bool is_whole = got == static_cast<ssize_t>(raw.size());
            if (is_whole && read != raw) fail("byte ", bit / 8, ", bit ", bit % 8, ": wrong bytes");
            if (!is_whole && device_size(device) < raw.size()) fail("byte ", bit / 8, ", bit ", bit % 8, ": the disc is too short, without an error");
            right += is_whole;
            if (::ioctl(device, LOOP_CLR_FD, 0) != 0) fail("can't be detached");
        }
        ::close(device);
    }
    ::unlink("/tmp/flipped.cloop");
    std::printf("%zu bits, %d attached, %d right\n", (end - begin) * 8, attached, right);
    return 0;
}

/// Calls an ioctl, and checks its errno.
void expect(int device, unsigned long command, void *argument, int error, const char *what) {
    const int got = ::ioctl(device, command, argument) == 0 ? 0 : errno;
    if (got != error) fail(what, ": ", got ? std::strerror(got) : "no error", " instead of ", error ? std::strerror(error) : "no error");
}

void *number(int value) { return reinterpret_cast<void *>(static_cast<std::intptr_t>(value)); }

/// `image` and `copy` have the same content, `other` has another one.
int ask_ioctls(const std::string &path, const std::string &image, const std::string &copy, const std::string &other) {
    int device = open_or_fail(path);
    const int first = open_or_fail(image), second = open_or_fail(copy), third = open_or_fail(other);
    const int writable = open_or_fail(path, O_RDWR);
    // The detach is done on last close.
    const auto detach = [&] {
        expect(device, LOOP_CLR_FD, nullptr, 0, "CLR_FD");
        ::close(device);
        device = open_or_fail(path);
    };
    loop_info64 info{};
    expect(device, LOOP_GET_STATUS64, &info, ENXIO, "GET_STATUS64 of nothing");
    expect(device, LOOP_CLR_FD, nullptr, ENXIO, "CLR_FD of nothing");
    expect(device, LOOP_CHANGE_FD, number(first), ENXIO, "CHANGE_FD of nothing");
    expect(device, LOOP_SET_CAPACITY, nullptr, ENXIO, "SET_CAPACITY of nothing");
    expect(device, cloop_suspend, nullptr, ENXIO, "suspend of nothing");
    expect(device, LOOP_SET_FD, number(9999), EBADF, "SET_FD of no descriptor");
    expect(device, LOOP_SET_FD, number(open_or_fail("/tmp", O_RDONLY | O_DIRECTORY)), EINVAL, "SET_FD of a folder");
    int pipe_ends[2];
    if (::pipe(pipe_ends) != 0) fail("pipe");
    expect(device, LOOP_SET_FD, number(pipe_ends[0]), EINVAL, "SET_FD of a pipe");
    expect(device, LOOP_SET_FD, number(open_or_fail("/tmp/empty", O_RDWR | O_CREAT)), EINVAL, "SET_FD of an empty file");
    expect(device, LOOP_SET_FD, number(open_or_fail("/tmp/empty", O_WRONLY)), EBADF, "SET_FD of a file open for writing only");
    expect(device, LOOP_SET_FD, number(device), EINVAL, "SET_FD of itself");
    expect(device, LOOP_SET_FD, number(first), 0, "SET_FD");
    expect(device, LOOP_SET_FD, number(first), EBUSY, "SET_FD twice");
    expect(device, LOOP_CHANGE_FD, number(second), 0, "CHANGE_FD to a copy");
    expect(device, LOOP_CHANGE_FD, number(third), EINVAL, "CHANGE_FD to another image");
    expect(device, LOOP_SET_CAPACITY, nullptr, 0, "SET_CAPACITY");
    expect(device, LOOP_SET_BLOCK_SIZE, number(4096), ENOTTY, "SET_BLOCK_SIZE");
    expect(device, LOOP_GET_STATUS64, &info, 0, "GET_STATUS64");
    if (!(info.lo_flags & LO_FLAGS_READ_ONLY) || info.lo_offset != 0) fail("GET_STATUS64 has wrong flags or a wrong offset");
    info.lo_encrypt_type = LO_CRYPT_XOR;
    expect(device, LOOP_SET_STATUS64, &info, EINVAL, "SET_STATUS64 with encryption");
    info.lo_encrypt_type = 0;
    info.lo_offset = 512;
    expect(device, LOOP_SET_STATUS64, &info, EBUSY, "SET_STATUS64 with another offset, in use");
    loop_info narrow{};
    expect(device, LOOP_GET_STATUS, &narrow, 0, "GET_STATUS");
    const Buffer buffer(512);
    if (::pwrite(writable, buffer.data, 512, 0) >= 0) fail("a write succeeded");
    ::close(writable);
    info.lo_offset = 0;
    info.lo_sizelimit = 300;
    expect(device, LOOP_SET_STATUS64, &info, 0, "SET_STATUS64 with a limit");
    if (unsigned char byte; ::pread(device, &byte, 1, 600'000 / 2) >= 0) fail("a size limit is not honoured");
    detach();

    loop_config config{};
    config.fd = static_cast<std::uint32_t>(first);
    config.block_size = 4096;
    expect(device, LOOP_CONFIGURE, &config, EINVAL, "CONFIGURE with other sectors");
    config.block_size = 512;
    config.info.lo_flags = 1u << 30;
    expect(device, LOOP_CONFIGURE, &config, EINVAL, "CONFIGURE with an unknown flag");
    config.info.lo_flags = LO_FLAGS_AUTOCLEAR;
    expect(device, LOOP_CONFIGURE, &config, 0, "CONFIGURE");
    // Partitions, scanned or added with BLKPG. They stay when the offset or limit changes, and prevent suspend, because their last close would block.
    info = {};
    detach();
    config.info.lo_flags = LO_FLAGS_PARTSCAN;
    expect(device, LOOP_CONFIGURE, &config, 0, "CONFIGURE with partitions");
    info.lo_sizelimit = 300'000;
    expect(device, LOOP_SET_STATUS64, &info, 0, "SET_STATUS64 with partitions and a limit");
    expect(device, LOOP_GET_STATUS64, &info, 0, "GET_STATUS64");
    if (!(info.lo_flags & LO_FLAGS_PARTSCAN)) fail("partitions do not stay");
    expect(device, cloop_suspend, nullptr, EOPNOTSUPP, "suspend with partitions");
    detach();
    expect(device, LOOP_SET_FD, number(first), 0, "SET_FD");
    blkpg_partition partition{.start = 65536, .length = 65536, .pno = 3, .devname = {}, .volname = {}};
    blkpg_ioctl_arg by_hand{.op = BLKPG_ADD_PARTITION, .flags = 0, .datalen = sizeof partition, .data = &partition};
    expect(device, BLKPG, &by_hand, 0, "a partition added");
    expect(device, cloop_suspend, nullptr, EOPNOTSUPP, "suspend with a partition added");
    by_hand.op = BLKPG_DEL_PARTITION;
    expect(device, BLKPG, &by_hand, 0, "a partition deleted");
    // losetup and old programs resume with these.
    for (const unsigned long resume : {LOOP_CHANGE_FD, LOOP_SET_FD}) {
        expect(device, cloop_suspend, nullptr, 0, "suspend");
        expect(device, resume, number(third), EINVAL, "resume with another image");
        expect(device, resume, number(second), 0, "resume");
        if (unsigned char byte; ::pread(device, &byte, 1, 600'000 / 2) != 1) fail("nothing is read after a resume");
    }
    detach();

    config.info.lo_flags = LO_FLAGS_AUTOCLEAR;
    expect(device, LOOP_CONFIGURE, &config, 0, "CONFIGURE with autoclear");
    ::close(device);  // the last close: it is detached
    const int again = open_or_fail(path);
    expect(again, LOOP_GET_STATUS64, &info, ENXIO, "GET_STATUS64 after autoclear");

    if (::setresuid(65534, 65534, 65534) != 0) fail("setresuid");
    expect(again, LOOP_SET_FD, number(first), EPERM, "SET_FD without rights");
    expect(again, cloop_suspend, nullptr, EPERM, "suspend without rights");
    return 0;
}

std::uint64_t device_sequence(const std::string &path) {
    std::uint64_t number = 0;
    std::FILE *file = std::fopen(("/sys/block/" + path.substr(path.rfind('/') + 1) + "/diskseq").c_str(), "r");
    if (!file || std::fscanf(file, "%lu", &number) != 1) fail("no diskseq");
    std::fclose(file);
    return number;
}

/// The mapped page cache of a device.
class Mapped {
public:
    explicit Mapped(int fd) : size_(device_size(fd)), bytes_(static_cast<unsigned char *>(::mmap(nullptr, size_, PROT_READ, MAP_SHARED, fd, 0))) {
        if (bytes_ == MAP_FAILED) fail("mmap: ", std::strerror(errno));
    }
    ~Mapped() { ::munmap(bytes_, size_); }
    Mapped(const Mapped &) = delete;
    bool is(const Bytes &raw) const { return is_content(raw, 0, bytes_, size_); }

private:
    std::uint64_t size_;
    unsigned char *bytes_;
};

bool has_content(int fd, const Bytes &raw) {
    Bytes bytes(device_size(fd));
    return ::pread(fd, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()) && is_content(raw, 0, bytes.data(), bytes.size());
}

/// No reader gets pages of the previous image, even if the device is open or mapped. `two` has the first image and, at `offset`, the other one.
int renew(const std::string &path, const std::string &image, const std::string &raw_path, const std::string &other, const std::string &other_path,
          const std::string &two, std::uint64_t offset) {
    const Bytes raw = file_bytes(raw_path), other_raw = file_bytes(other_path);
    const std::uint64_t before = device_sequence(path);
    int holder = open_or_fail(path);
    if (attach(holder, image) != 0) fail("can't be attached");
    const std::uint64_t attached = device_sequence(path);
    if (attached <= before) fail("attached under the same disk sequence");
    {
        const Mapped mapped(holder);
        if (!mapped.is(raw)) fail("wrong bytes");
        expect(holder, LOOP_CLR_FD, nullptr, 0, "CLR_FD");
        const int second = open_or_fail(path);
        if (const int error = attach(second, other); error == 0) {
            const bool is_right = has_content(open_or_fail(path), other_raw);
            fail("attached anew while it is open, and a second reader gets ", is_right ? "the new image" : "the old image's pages");
        } else if (error != EBUSY) fail("attached anew while it is open: ", std::strerror(error));
        if (!mapped.is(raw) || !has_content(holder, raw)) fail("a task that has it open can't read on");
        ::close(second);
    }
    ::close(holder);
    holder = open_or_fail(path);
    loop_info64 info{};
    expect(holder, LOOP_GET_STATUS64, &info, ENXIO, "GET_STATUS64 after the last close");
    if (device_sequence(path) <= attached) fail("detached under the same disk sequence");
    if (attach(holder, two) != 0) fail("can't be attached anew");
    {
        const Mapped mapped(holder);
        if (!mapped.is(raw)) fail("wrong bytes of the first of two");
        info.lo_offset = offset;
        expect(holder, LOOP_SET_STATUS64, &info, 0, "SET_STATUS64 to the second of two");
        if (!mapped.is(other_raw) || !has_content(open_or_fail(path), other_raw)) fail("the first one's pages after a move to the second");
    }
    expect(holder, LOOP_CLR_FD, nullptr, 0, "CLR_FD");
    return 0;
}

int add_partition(const std::string &path) {
    blkpg_partition partition{.start = 65536, .length = 65536, .pno = 3, .devname = {}, .volname = {}};
    blkpg_ioctl_arg by_hand{.op = BLKPG_ADD_PARTITION, .flags = 0, .datalen = sizeof partition, .data = &partition};
    expect(open_or_fail(path), BLKPG, &by_hand, 0, "a partition added");
    return 0;
}

/// Passes a split set with an unknown flag.
int ask_unknown_flag(const std::string &path, const std::string &image) {
    struct {
        std::uint32_t count, flags;
        std::uint64_t fds;
    } parts{.count = 1, .flags = 6, .fds = 0};
    const std::int32_t fd = open_or_fail(image);
    parts.fds = reinterpret_cast<std::uintptr_t>(&fd);
    expect(open_or_fail(path), _IOW(0xC7, 1, decltype(parts)), &parts, EINVAL, "SET_PARTS with an unknown flag");
    return 0;
}

} // namespace

int main(int argc, char **argv) {
    const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    const auto is = [&](const char *name, std::size_t count) { return words.size() == count + 1 && words[0] == name; };
    if (is("random", 5)) return read_at_random(words[1], words[2], std::stoi(words[3]), std::stoi(words[4]), words[5]);
    if (is("until", 4)) return read_until(words[1], words[2], std::stoi(words[3]), words[4], false);
    if (is("until-errors", 4)) return read_until(words[1], words[2], std::stoi(words[3]), words[4], true);
    if (is("around", 4)) {
        std::set<std::uint64_t> bad;
        std::istringstream numbers(words[4]);
        for (std::string one; std::getline(numbers, one, ',');) bad.insert(std::stoull(one));
        return read_around(words[1], words[2], std::stoull(words[3]), bad);
    }
    if (is("corrupt", 5)) return corrupt(words[1], words[2], words[3], std::stoi(words[4]), static_cast<unsigned>(std::stoul(words[5])));
    if (is("ioctls", 4)) return ask_ioctls(words[1], words[2], words[3], words[4]);
    if (is("fill", 1)) return fill_memory(words[1]);
    if (is("renew", 7)) return renew(words[1], words[2], words[3], words[4], words[5], words[6], std::stoull(words[7]));
    if (is("flips", 5)) return flip(words[1], words[2], words[3], std::stoull(words[4]), std::stoull(words[5]));
    if (is("partition", 1)) return add_partition(words[1]);
    if (is("unknown-flag", 2)) return ask_unknown_flag(words[1], words[2]);
    if (is("change-loop", 2)) return ::ioctl(open_or_fail(words[1]), LOOP_CHANGE_FD, open_or_fail(words[2])) == 0 ? 0 : errno;
    // mount of busybox supports only old versions of NFS.
    if (is("mount", 4)) return ::mount(words[2].c_str(), words[3].c_str(), words[1].c_str(), MS_RDONLY, words[4].c_str()) == 0 ? 0 : errno;
    fail("guest_probe: unknown command ", words.empty() ? "(none)" : words[0]);
}
