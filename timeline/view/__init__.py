"""What is visible: claims of a window placed in lanes and rows, in pixels, with no plotting library."""
