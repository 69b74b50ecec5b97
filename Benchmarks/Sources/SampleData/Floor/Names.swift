/// Names met on the floors of the north of France; combined at random, so that
/// any likeness is chance.
enum Names {
    static let first = [
        "Adam", "Adèle", "Aïcha", "Alexandre", "Alice", "Amandine", "Amina", "Anaïs", "Antoine", "Arthur",
        "Aurélie", "Axel", "Baptiste", "Benoît", "Bilal", "Camille", "Caroline", "Cédric", "Chloé", "Clara",
        "Clément", "Coralie", "Damien", "David", "Dylan", "Elif", "Élodie", "Emma", "Enzo", "Fatima",
        "Florian", "François", "Gaëlle", "Hélène", "Hugo", "Inès", "Ismaël", "Jade", "Jérôme", "Jonathan",
        "Julie", "Justine", "Karim", "Kevin", "Khadija", "Laura", "Léa", "Linh", "Loïc", "Louise", "Lucas",
        "Maëva", "Manon", "Marie", "Marine", "Mathilde", "Maxime", "Mehdi", "Mélanie", "Moussa", "Nadia",
        "Nathan", "Nicolas", "Noémie", "Océane", "Olivier", "Ousmane", "Pauline", "Pierre", "Quentin",
        "Rachid", "Romain", "Sabrina", "Samira", "Sarah", "Sébastien", "Sofia", "Sylvie", "Théo", "Thomas",
        "Valentin", "Vincent", "Yasmine", "Youssef", "Zoé",
    ]

    static let last = [
        "Amrani", "Antunes", "Bailleul", "Baudry", "Benali", "Bernard", "Blondel", "Bocquet", "Boulanger",
        "Caron", "Carpentier", "Charlet", "Cordier", "Coulibaly", "Cousin", "Da Silva", "Debruyne",
        "Decock", "Delannoy", "Delattre", "Deleplanque", "Delmotte", "Demirel", "Denis", "Desmet",
        "Devos", "Diallo", "Dubois", "Dufour", "Dumont", "Dupont", "Durand", "Fernandes", "Flament",
        "Fontaine", "Fournier", "Garcia", "Gautier", "Girard", "Guilbert", "Haddad", "Henry", "Hermant",
        "Huart", "Joly", "Kaya", "Kowalski", "Lambert", "Laurent", "Leblanc", "Leclercq", "Lefebvre",
        "Legrand", "Lemaire", "Leroy", "Lopez", "Marchand", "Martel", "Martin", "Masson", "Mercier",
        "Meunier", "Michel", "Moreau", "N'Diaye", "Nguyen", "Nowak", "Ouali", "Parent", "Petit", "Picard",
        "Poulain", "Prévost", "Renard", "Ribeiro", "Richard", "Robert", "Rousseau", "Roussel", "Saïdi",
        "Simon", "Szymanski", "Thomas", "Toumi", "Traoré", "Vasseur", "Verhaeghe", "Vidal", "Wattel",
        "Zerrouki",
    ]
}
