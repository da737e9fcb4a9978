using ServerlessIct.Indicators.Extraction.Lexing;

namespace ServerlessIct.Indicators.Extraction.LanguageData;

/// <summary>What holds for the words of any cue: how offices shorten them, which name no statistic by themselves, and which tell that not all are meant.</summary>
sealed class CueWords
{
    /// <summary>A phrase has rarely more ways to be shortened.</summary>
    const int MostForms = 48;

    readonly Dictionary<string, string[]> abbreviations;
    readonly Dictionary<int, int> firstWords = [];
    readonly Dictionary<string, string> machines;
    readonly HashSet<int> machineWords = [];
    readonly PhraseSet general, acts, restricting;

    public CueWords(LanguageFiles files)
    {
        var data = files.Read<Data>("cue-words.json");
        (abbreviations, machines, general, acts, restricting) = (data.Abbreviations, data.Machines, data.General, data.Acts, data.Restricting);
        foreach (var (words, machine) in machines)
        {
            machineWords.Add(files.Vocabulary.Add(machine));
            firstWords.TryAdd(files.Vocabulary.Add(machine), files.Vocabulary.Add(words.Split(' ')[0]));
        }

        foreach (var (words, letters) in abbreviations)
            foreach (var shortened in letters)
                if (!shortened.AsSpan().ContainsAny(" -,&/")) firstWords.TryAdd(files.Vocabulary.Add(shortened), files.Vocabulary.Add(words.Split(' ', ',')[0]));
    }

    /// <summary>The first word of what an abbreviation stands for; 0 where a word is none.</summary>
    public int FirstWordOf(int word) => firstWords.GetValueOrDefault(word);

    /// <summary>The length of the general words at a token, <c>phát sinh</c>, <c>thực hiện</c>; 0 for none.</summary>
    public int General(ReadOnlySpan<Token> tokens, int i) => general.Length(tokens, i);

    /// <summary>The length of the words at a token for what is done to single things, <c>kiểm tra</c>, <c>tịch thu</c>: as many need not be all; 0 for none.</summary>
    public int Act(ReadOnlySpan<Token> tokens, int i) => acts.Length(tokens, i);

    /// <summary>The length of the words at a token that tell which of the counted are meant, <c>tạm ngừng hoạt động</c>; 0 for none.</summary>
    public int Restricting(ReadOnlySpan<Token> tokens, int i) => restricting.Length(tokens, i);

    /// <summary>The ways in which a phrase is shortened: <c>DT bưu chính</c>, <c>doanh thu BC</c>, <c>DT BC</c>.</summary>
    public IEnumerable<string> Shortened(string phrase)
    {
        List<string> forms = [phrase];
        foreach (var (words, letters) in abbreviations)
        {
            for (var f = forms.Count - 1; f >= 0; f--)
            {
                if (Find(forms[f], words) is not (>= 0 and var at)) continue;
                foreach (var shortened in letters)
                    if (forms.Count < MostForms) forms.Add(string.Concat(forms[f].AsSpan(0, at), shortened, forms[f].AsSpan(at + words.Length)));
            }
        }

        return forms.Skip(1);
    }

    /// <summary>A phrase as it is said where subscribers are counted by their machines, <c>máy điện thoại</c>; null where it does not name any more than them.</summary>
    public string? InMachines(string phrase)
    {
        foreach (var (words, machine) in machines)
            if (phrase.Length > words.Length && Find(phrase, words) is >= 0 and var at) return string.Concat(phrase.AsSpan(0, at), machine, phrase.AsSpan(at + words.Length));
        return null;
    }

    /// <summary><c>24,8 máy/100 dân</c>: whether a text counts subscribers by their machines, as older ones do.</summary>
    public bool CountsMachines(ReadOnlySpan<Token> tokens)
    {
        for (var i = 0; i + 2 < tokens.Length; i++)
            if (tokens[i].Kind == TokenKind.Word && machineWords.Contains(tokens[i].Word) && tokens[i + 1].Is('/') && tokens[i + 2].Kind == TokenKind.Number) return true;
        return false;
    }

    /// <summary>Where whole words stand in a phrase; -1 for nowhere.</summary>
    static int Find(string phrase, string words)
    {
        var at = phrase.IndexOf(words, StringComparison.Ordinal);
        return at < 0 || (at > 0 && char.IsLetter(phrase[at - 1])) || (at + words.Length < phrase.Length && char.IsLetter(phrase[at + words.Length])) ? -1 : at;
    }

    sealed record Data
    {
        public required Dictionary<string, string[]> Abbreviations { get; init; }

        public required Dictionary<string, string> Machines { get; init; }

        public required PhraseSet General { get; init; }

        public required PhraseSet Acts { get; init; }

        public required PhraseSet Restricting { get; init; }
    }
}
