namespace Awards.Documents;
