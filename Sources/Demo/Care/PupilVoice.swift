/// What the invented children say of school.
enum PupilVoice {
    static let all = [
        "I like it when we do maths with the cubes. I don't like the noisy hall.",
        "My best thing is forest school. I want more time to read with Miss.",
        "I am good at football now. I get cross when my pencil breaks.",
        "Playtime is good when Ravi is there. I worry when nobody knows who picks me up.",
        "I want to be in the choir. Spelling is too fast for me.",
        "I feel safe in the den. I would like to sit nearer the front.",
        "Reading to the dog is the best. I miss my old school a bit.",
        "I can do my coat by myself. I want to learn to swim.",
    ]
}
