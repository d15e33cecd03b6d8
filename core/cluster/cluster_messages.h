// SPDX-License-Identifier: GPL-3.0-or-later
// What maker and workers tell each other: bytes to values and back. Pure: no connection, no thread.
//
// All numbers are big endian. A message begins with "clp", the version of these messages and the kind. Sizes that a message announces are checked
// against the message itself and the limits below; what parse() returns is sound, but only the sender's claim.
//
//     maker → all       Notice     there is a job; twice a second, so who misses it knows that the job is over
//     worker → maker    Presence   I help, with so many threads; or why not
//     maker → stream    Request    raw blocks; one worker gets it, another one if that does not answer
//     worker → maker    Answer     the stored blocks
//     maker → worker    Receipt    an answer has arrived, so the request can leave the stream; or the worker is shut out, and shall leave

#pragma once

#include "codec/encoder.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cloop {

/// Random; names a job or a worker.
using ClusterId = std::array<std::byte, 16>;
/// 32 hexadecimal digits.
std::string to_hex(const ClusterId &id);
ClusterId random_cluster_id();

/// Blocks in a request.
inline constexpr std::size_t most_blocks_in_request = 2048;
/// Bytes of a request beside its blocks, at most; an answer's are most_blocks_in_request × 5 more.
inline constexpr std::size_t request_overhead = 256;
/// A larger block is not sent: with its answer it would not fit a message, of which NATS takes 64 MiB at most.
inline constexpr std::uint32_t largest_cluster_block = 16u << 20;

/// How blocks of a job are encoded.
struct ClusterJob {
    ClusterId id{};
    Encoding encoding;
    std::uint32_t block_size = 0;  ///< a valid one, up to largest_cluster_block

    bool operator==(const ClusterJob &other) const;
};

struct Notice {
    ClusterJob job;
    bool is_over = false;
    bool takes_any_version = false;
    std::uint32_t blocks_in_request = 1;   ///< at most
    std::uint64_t done_below = 0;          ///< requests with lower numbers need no answer
    std::vector<std::string> versions{};   ///< encoder_versions() of the maker
};

enum class Refusal : std::uint8_t { none, other_versions, unknown_encoder, too_little_memory };

struct Presence {
    ClusterId job{};
    ClusterId worker{};
    std::string name{};             ///< of the computer
    std::uint16_t threads = 0;
    std::uint16_t wanted = 0;       ///< requests that it would like to hold
    Refusal refusal = Refusal::none;
    bool is_leaving = false;
};

/// The blocks lie in the bytes that were parsed.
struct Request {
    ClusterJob job;
    std::uint64_t number = 0;
    std::vector<std::span<const std::byte>> blocks{};  ///< of job.block_size each
};

/// As Request. Without blocks it is wrong, but says whose it is.
struct Answer {
    ClusterId job{};
    ClusterId worker{};
    std::uint64_t number = 0;
    std::vector<Encoded> blocks{};
};

struct Receipt {
    std::optional<std::uint64_t> number{};  ///< of the request that was answered; none if the worker only shall leave
    bool is_shut_out = false;  ///< too many of this worker's blocks were wrong
};

std::vector<std::byte> to_bytes(const Notice &notice);
std::vector<std::byte> to_bytes(const Presence &presence);
std::vector<std::byte> to_bytes(const Request &request);
std::vector<std::byte> to_bytes(const Answer &answer);
std::vector<std::byte> to_bytes(const Receipt &receipt);

/// None if the bytes are not such a message, whole and within the limits. Names of the encoders that this program lacks are kept: see is_known.
struct ParsedNotice {
    Notice notice;
    bool is_known = true;  ///< false: the encoder's name or level means nothing here
};
std::optional<ParsedNotice> parse_notice(std::span<const std::byte> bytes);
std::optional<Presence> parse_presence(std::span<const std::byte> bytes);
std::optional<Request> parse_request(std::span<const std::byte> bytes);
std::optional<Answer> parse_answer(std::span<const std::byte> bytes);
std::optional<Receipt> parse_receipt(std::span<const std::byte> bytes);

} // namespace cloop
