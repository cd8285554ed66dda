import ArgumentParser

@main struct CKSW: ParsableCommand {}
