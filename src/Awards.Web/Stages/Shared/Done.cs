using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Awards.Web.Stages.Shared;

/// <summary>Says on the next page what was just done; the partial _Done shows it.</summary>
public static class Done
{
    /// <summary>Name under which the sentence is kept.</summary>
    public const string Key = "Done";

    /// <summary>Keeps a sentence for the next page.</summary>
    public static void Say(this ITempDataDictionary next, string sentence) => next[Key] = sentence;
}
