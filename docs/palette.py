"""Pictures of at most 256 colours: flat colours and text lose nothing to the eye, and two thirds in size."""

from __future__ import annotations

import base64
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import Page

MOST = 256
_PIXELS = """
async (source) => {
  const image = new Image();
  image.src = "data:image/png;base64," + source;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const bytes = context.getImageData(0, 0, image.width, image.height).data;
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return [image.width, image.height, btoa(text)];
}
"""
Pixels = np.ndarray[Any, np.dtype[np.uint8]]


def save_small(shot: bytes, path: Path, blank: Page) -> None:
    """Write a PNG as one with a palette; ``blank`` is an empty page that decodes it."""
    width, height, text = blank.evaluate(_PIXELS, base64.b64encode(shot).decode())
    pixels = np.frombuffer(base64.b64decode(text), dtype=np.uint8).reshape(height * width, 4)[:, :3]
    palette, codes = find_palette(pixels)
    path.write_bytes(encode_png(palette, codes.reshape(height, width)))


def find_palette(pixels: Pixels) -> tuple[Pixels, Pixels]:
    """The most frequent colours, one of each shade, and for each pixel the nearest of them.

    One of each shade: the many greys at the edges of letters would else leave no place for a sign's own colour.
    """
    colours, places, counts = np.unique(pixels, axis=0, return_inverse=True, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    shades = colours[order].astype(np.int32) >> 4
    _, first = np.unique(shades[:, 0] << 8 | shades[:, 1] << 4 | shades[:, 2], return_index=True)
    kept = colours[order[np.sort(first)[:MOST]]]
    rest = order[~np.isin(order, order[first])][: MOST - len(kept)]
    kept = np.concatenate([kept, colours[rest]])
    nearest = np.empty(len(colours), dtype=np.uint8)
    for at in range(0, len(colours), 4096):
        apart = colours[at : at + 4096, None].astype(np.int32) - kept[None].astype(np.int32)
        nearest[at : at + 4096] = (apart**2).sum(axis=2).argmin(axis=1)
    return kept, nearest[places.reshape(-1)]


def encode_png(palette: Pixels, codes: Pixels) -> bytes:
    """A PNG of colour type 3."""
    height, width = codes.shape
    lines = np.zeros((height, width + 1), dtype=np.uint8)  # each line begins with its filter: none
    lines[:, 1:] = codes
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", head),
        (b"PLTE", palette.tobytes()),
        (b"IDAT", zlib.compress(lines.tobytes(), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, parts))


def _chunk(part: tuple[bytes, bytes]) -> bytes:
    name, data = part
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
