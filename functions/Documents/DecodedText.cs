namespace ServerlessIct.Documents;

/// <summary>The characters of a file, as its encoding gives them.</summary>
readonly record struct DecodedText(string Text, string Encoding);
